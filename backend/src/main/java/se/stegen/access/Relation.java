package se.stegen.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/**
 * What binds an actor to a programme today.
 *
 * @param programmeId the programme
 * @param doctorId the doctor whose programme it is
 * @param currentClinicId home clinic of the post in force, or of the next one where none is; null where neither is
 * @param supervisor whether the actor is main or placement supervisor today
 * @param mainSupervisor whether the actor is main supervisor today
 */
@Introspected
record Relation(
        long programmeId, long doctorId, @Nullable Long currentClinicId, boolean supervisor, boolean mainSupervisor) {}
