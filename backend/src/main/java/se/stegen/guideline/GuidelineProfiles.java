package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
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

    /** The profile that holds for each of the clinics on a day: four queries, whatever the number of clinics. */
    Map<Long, GuidelineProfile> forClinics(List<Long> clinicIds, LocalDate day) {
        return book(clinicIds).on(day);
    }

    /** What these clinics are judged by, on any day. */
    GuidelineBook book(List<Long> clinicIds) {
        if (clinicIds.isEmpty()) {
            return new GuidelineBook(List.of(), Map.of(), List.of(), List.of());
        }
        Map<Long, OrganisationGuideline> organisations = new HashMap<>();
        rows.organisations().forEach(o -> organisations.put(o.id(), o));
        return new GuidelineBook(
                rows.clinics(clinicIds), organisations, rows.findAll(), rows.overridesOfClinics(clinicIds));
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

@JdbcRepository(dialect = Dialect.MYSQL)
interface GuidelineRepository extends GenericRepository<GuidelineProfile, Long> {
    GuidelineProfile save(GuidelineProfile profile);

    List<GuidelineProfile> findAll();

    @Query("SELECT id, organisation_id, guideline_code FROM clinic WHERE id IN (:ids)")
    List<ClinicGuideline> clinics(List<Long> ids);

    @Query("SELECT id, parent_id, guideline_code FROM organisation")
    List<OrganisationGuideline> organisations();

    @Query("SELECT clinic_id, field, field_value, valid_from, valid_to FROM guideline_override"
            + " WHERE clinic_id IN (:ids) ORDER BY clinic_id, id")
    List<OverrideValue> overridesOfClinics(List<Long> ids);
}
