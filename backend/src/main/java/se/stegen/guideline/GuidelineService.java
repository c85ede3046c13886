package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.IupApprover;

/** Which guideline profiles there are, and what they say of plans. */
@Singleton
public class GuidelineService {
    private final AccessPolicy access;
    private final GuidelineProfiles profiles;

    GuidelineService(AccessPolicy access, GuidelineProfiles profiles) {
        this.access = access;
        this.profiles = profiles;
    }

    /** Every profile by name, whatever its versions; they are public documents, open to everybody who is signed in. */
    @ReadOnly
    public List<GuidelineName> profiles(Actor actor) {
        access.requireSignedIn(actor);
        return profiles.names();
    }

    /**
     * What the clinic's profile says of the plan (IUP) on a day.
     *
     * @param iupMonths months from the start of the post to the first approval; null where the profile says nothing
     * @param revisionsPerYear approved versions a year; null where the profile says nothing
     * @param approvers who must approve; never empty
     */
    public record IupRule(
            @Nullable Integer iupMonths, @Nullable Integer revisionsPerYear, Set<IupApprover> approvers) {}

    /**
     * The rule for plans at a clinic on a day; without a clinic or a profile the main supervisor and the studierektor
     * approve. Guidelines are public documents, open to everybody who is signed in.
     */
    @ReadOnly
    public IupRule iupRule(Actor actor, @Nullable Long clinicId, LocalDate day) {
        access.requireSignedIn(actor);
        Optional<GuidelineProfile> profile = clinicId == null
                ? Optional.empty()
                : Optional.ofNullable(
                        profiles.forClinics(List.of(clinicId), day).get(clinicId));
        return new IupRule(
                profile.map(GuidelineProfile::iupMonths).orElse(null),
                profile.map(GuidelineProfile::iupRevisionsPerYear).orElse(null),
                approvers(profile.map(GuidelineProfile::iupApprovers).orElse("")));
    }

    /**
     * Hours of self-study a week that the clinic's guideline asks for on a day; empty where it says nothing. Open as
     * {@link #iupRule}.
     */
    @ReadOnly
    public Optional<BigDecimal> selfStudyHours(Actor actor, long clinicId, LocalDate day) {
        access.requireSignedIn(actor);
        return Optional.ofNullable(profiles.forClinics(List.of(clinicId), day).get(clinicId))
                .map(GuidelineProfile::selfStudyHoursPerWeek);
    }

    /** After how many days each clinic's guideline tells of what waits; a clinic without guideline is left out. */
    @ReadOnly
    public Map<Long, Integer> escalationDays(Actor actor, Collection<Long> clinicIds, LocalDate day) {
        access.requireSignedIn(actor);
        return profiles.forClinics(List.copyOf(clinicIds), day).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().escalationDays()));
    }

    private static Set<IupApprover> approvers(String joined) {
        Set<IupApprover> approvers = EnumSet.noneOf(IupApprover.class);
        for (String one : joined.split("\\+", -1)) {
            if (!one.isBlank()) {
                approvers.add(IupApprover.valueOf(one.strip()));
            }
        }
        return approvers.isEmpty() ? EnumSet.of(IupApprover.MAIN_SUPERVISOR, IupApprover.STUDIEREKTOR) : approvers;
    }
}
