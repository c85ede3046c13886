package se.stegen.programme;

import java.util.List;

/**
 * One doctor's ST in one specialty under one regulation.
 *
 * @param facts who, what and where today
 * @param plannedMonths planned length in months of full time
 * @param employmentRate percent 1-100, today's; how it has changed is in {@link EmploymentRateService}
 * @param version for optimistic locking
 * @param posts home clinics, the first one first
 * @param mainSupervisors appointments, the first one first
 * @param leaves leaves by first day, with the reasons that the reader may see
 */
public record Programme(
        ProgrammeFacts facts,
        int plannedMonths,
        int employmentRate,
        int version,
        List<Post> posts,
        List<MainSupervisor> mainSupervisors,
        List<Leave> leaves) {}
