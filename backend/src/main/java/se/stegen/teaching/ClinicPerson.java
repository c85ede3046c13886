package se.stegen.teaching;

import io.micronaut.core.annotation.Introspected;

/** Somebody of a clinic, who can lead a session or be noted as there. */
@Introspected
public record ClinicPerson(long id, String name) {}
