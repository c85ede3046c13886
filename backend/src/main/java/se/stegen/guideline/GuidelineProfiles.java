package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
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
import java.util.Optional;
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

    /** The profile that holds for each of the clinics on a day: the clinic's own, else its organisation's or one above. */
    Map<Long, GuidelineProfile> forClinics(List<Long> clinicIds, LocalDate day) {
        if (clinicIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, OrganisationGuideline> organisations = new HashMap<>();
        rows.organisations().forEach(o -> organisations.put(o.id(), o));
        List<GuidelineProfile> profiles = rows.findAll();
        Map<Long, GuidelineProfile> result = new HashMap<>();
        for (ClinicGuideline clinic : rows.clinics(clinicIds)) {
            String code = clinic.guidelineCode();
            OrganisationGuideline organisation = organisations.get(clinic.organisationId());
            while (code == null && organisation != null) {
                code = organisation.guidelineCode();
                Long parent = organisation.parentId();
                organisation = parent == null ? null : organisations.get(parent);
            }
            if (code != null) {
                version(profiles, code, day).ifPresent(p -> result.put(clinic.id(), p));
            }
        }
        return result;
    }

    /** Each code once, with the name of its latest version, in Swedish order. */
    List<GuidelineName> names() {
        Map<String, GuidelineProfile> latest = new HashMap<>();
        rows.findAll()
                .forEach(profile -> latest.merge(
                        profile.code(), profile, (a, b) -> a.validFrom().isAfter(b.validFrom()) ? a : b));
        return latest.values().stream()
                .map(profile -> new GuidelineName(profile.code(), profile.name()))
                .sorted(Comparator.comparing(GuidelineName::name, Collator.getInstance(Messages.SWEDISH)))
                .toList();
    }

    private static Optional<GuidelineProfile> version(List<GuidelineProfile> profiles, String code, LocalDate day) {
        return profiles.stream()
                .filter(p -> p.code().equals(code) && !p.validFrom().isAfter(day))
                .max(Comparator.comparing(GuidelineProfile::validFrom));
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
                row.get("remark").isEmpty() ? null : row.get("remark"));
    }

    private static @Nullable Integer number(CSVRecord row, String column) {
        String text = row.get(column);
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}

/** A clinic's own guideline and where it belongs. */
@Introspected
record ClinicGuideline(
        long id, long organisationId, @Nullable String guidelineCode) {}

/** An organisation's guideline and the organisation above it. */
@Introspected
record OrganisationGuideline(
        long id, @Nullable Long parentId, @Nullable String guidelineCode) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface GuidelineRepository extends GenericRepository<GuidelineProfile, Long> {
    GuidelineProfile save(GuidelineProfile profile);

    List<GuidelineProfile> findAll();

    @Query("SELECT id, organisation_id, guideline_code FROM clinic WHERE id IN (:ids)")
    List<ClinicGuideline> clinics(List<Long> ids);

    @Query("SELECT id, parent_id, guideline_code FROM organisation")
    List<OrganisationGuideline> organisations();
}
