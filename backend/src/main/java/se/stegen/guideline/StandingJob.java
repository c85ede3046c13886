package se.stegen.guideline;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import se.stegen.job.Job;

/**
 * Each night, soon after the day began: every clinic is measured on today and on the last month ends, and its standings are
 * kept. What was kept before is not looked at, so that an error in it does not live longer than a day.
 */
@Singleton
final class StandingJob implements Job {
    private static final LocalTime NIGHT = LocalTime.of(0, 10);

    /** Clinics at once: four years of what a dozen doctors at each have done fit into memory. */
    private static final int AT_ONCE = 50;

    private final GuidelineRepository clinics;
    private final GuidelineProfiles profiles;
    private final ClinicStandings standings;
    private final KeptStandings kept;

    StandingJob(
            GuidelineRepository clinics, GuidelineProfiles profiles, ClinicStandings standings, KeptStandings kept) {
        this.clinics = clinics;
        this.profiles = profiles;
        this.standings = standings;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "standings";
    }

    @Override
    public When when() {
        return new When.Daily(NIGHT);
    }

    @Override
    public void run() {
        List<LocalDate> days = kept.days();
        List<Long> all =
                clinics.allClinics().stream().map(ClinicGuideline::id).sorted().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            standings.keep(some, profiles.book(some), days);
        }
    }
}
