package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import se.stegen.common.Messages;
import se.stegen.common.ReferenceData;

/** The guideline profiles: those built in ({@code reference/guideline-profiles.csv}) and which one holds for a clinic. */
@Singleton
class GuidelineProfiles implements ReferenceData {
    /** First day of the profiles that come with the program: clinics can be measured for any day in the past. */
    private static final LocalDate BUILT_IN_FROM = LocalDate.of(2000, 1, 1);

    private static final String REFERENCE = "/reference/guideline-profiles.csv";
    private static final String DEFAULT_APPROVERS = "MAIN_SUPERVISOR+STUDIEREKTOR";
    private static final int DEFAULT_ESCALATION_DAYS = 14;
    private static final int DEFAULT_HOLIDAY_WEEKS = 10;

    private final GuidelineRepository rows;

    GuidelineProfiles(GuidelineRepository rows) {
        this.rows = rows;
    }

    /** Adds the built-in profiles that the database does not have yet; what stands there is left as it is. */
    @Override
    @Transactional
    public void load() {
        List<String> known = rows.findAll().stream().map(GuidelineProfile::code).toList();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(GuidelineProfiles.class.getResourceAsStream(REFERENCE), REFERENCE),
                StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(in)) {
                if (!known.contains(row.get("code"))) {
                    rows.save(profile(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The profile that holds for each of the clinics on a day: two queries, whatever the number of clinics. */
    Map<Long, GuidelineProfile> forClinics(List<Long> clinicIds, LocalDate day) {
        return clinicIds.isEmpty() ? Map.of() : book(clinicIds).on(day);
    }

    /** What the clinics below an organisation are judged by, on any day; those with a guideline of their own included. */
    GuidelineBook book(long organisationId) {
        GuidelineBook all = book(List.of());
        List<Long> below = rows.allClinics().stream()
                .filter(clinic -> all.upFrom(clinic.organisationId()).contains(organisationId))
                .map(ClinicGuideline::id)
                .toList();
        return below.isEmpty() ? all : book(below);
    }

    /** What these clinics are judged by, on any day. */
    GuidelineBook book(List<Long> clinicIds) {
        Map<Long, OrganisationGuideline> organisations = new HashMap<>();
        List<ClinicGuideline> clinics = new ArrayList<>();
        List<OverrideValue> overrides = new ArrayList<>();
        // No clinic has this key; an empty list is no SQL.
        for (GuidelinePlace place : rows.places(clinicIds.isEmpty() ? List.of(-1L) : clinicIds)) {
            switch (place.kind()) {
                case "ORGANISATION" ->
                    organisations.put(
                            place.id(), new OrganisationGuideline(place.id(), place.parentId(), place.code()));
                case "CLINIC" ->
                    clinics.add(
                            new ClinicGuideline(place.id(), Objects.requireNonNull(place.parentId()), place.code()));
                default ->
                    overrides.add(new OverrideValue(
                            place.id(),
                            Objects.requireNonNull(place.code()),
                            place.fieldValue(),
                            Objects.requireNonNull(place.validFrom()),
                            place.validTo()));
            }
        }
        return new GuidelineBook(clinics, organisations, rows.findAll(), overrides);
    }

    /**
     * Each code once, with the name of its latest version, in Swedish order; an organisation's own versions hold through the
     * organisation and are no choice.
     */
    List<GuidelineName> names() {
        Map<String, GuidelineProfile> latest = new HashMap<>();
        rows.findAll().stream()
                .filter(profile -> profile.organisationId() == null)
                .forEach(profile -> latest.merge(
                        profile.code(), profile, (a, b) -> a.validFrom().isAfter(b.validFrom()) ? a : b));
        return latest.values().stream()
                .map(profile -> new GuidelineName(profile.code(), profile.name()))
                .sorted(Comparator.comparing(GuidelineName::name, Collator.getInstance(Messages.SWEDISH)))
                .toList();
    }

    private static GuidelineProfile profile(CSVRecord row) {
        String hours = row.get("selfStudyHoursPerWeek");
        String approvers = row.get("iupApprovers");
        return new GuidelineProfile(
                0,
                row.get("code"),
                BUILT_IN_FROM,
                row.get("name"),
                row.get("source"),
                number(row, "supervisionsPerYear"),
                number(row, "assessmentsPerYear"),
                number(row, "iupMonths"),
                number(row, "iupRevisionsPerYear"),
                number(row, "collegiaTotal"),
                number(row, "collegiaPerYear"),
                number(row, "developmentTalksPerYear"),
                number(row, "reconciliationsPerYear"),
                hours.isEmpty() ? null : new BigDecimal(hours),
                number(row, "externalReviewYears"),
                number(row, "internalReviewMonths"),
                number(row, "internalTeachingPerWeek"),
                number(row, "journalClubPerMonth"),
                "on".equals(row.get("generalCompetence")),
                number(row, "supervisorTrainingMaxAgeYears"),
                approvers.isEmpty() ? DEFAULT_APPROVERS : approvers,
                Objects.requireNonNullElse(number(row, "escalationDays"), DEFAULT_ESCALATION_DAYS),
                GuidelineProfile.DEFAULT_GREEN,
                GuidelineProfile.DEFAULT_YELLOW,
                DEFAULT_HOLIDAY_WEEKS,
                row.get("remark").isEmpty() ? null : row.get("remark"),
                null,
                null,
                null,
                0);
    }

    private static @Nullable Integer number(CSVRecord row, String column) {
        String text = row.get(column);
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
