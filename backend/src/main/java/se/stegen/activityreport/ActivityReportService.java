package se.stegen.activityreport;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.guideline.OrganisationComplianceService;
import se.stegen.review.RegisterService;

/** Drafts the yearly report of an organisation, in the reader's language, for who oversees it. */
@Singleton
public class ActivityReportService {
    /** The first year that can be asked for. */
    public static final int FIRST_YEAR = 2000;

    private final AccessPolicy access;
    private final OrganisationComplianceService compliance;
    private final RegisterService register;
    private final Today today;

    ActivityReportService(
            AccessPolicy access, OrganisationComplianceService compliance, RegisterService register, Today today) {
        this.access = access;
        this.compliance = compliance;
        this.register = register;
        this.today = today;
    }

    /**
     * The report as a file.
     *
     * @param year null is the running one, which is told up to today
     * @throws Problem {@code NOT_FOUND} to who does not oversee the organisation; {@code OUT_OF_RANGE} on {@code year}
     */
    @Transactional
    public ActivityReportFile draft(
            Actor actor, long organisationId, @Nullable Integer year, ActivityReportFormat format) {
        access.requireOversee(actor, organisationId);
        ActivityReport report = report(actor, organisationId, year);
        ActivityReportText text = new ActivityReportText(report, actor.locale());
        List<Block> blocks = text.blocks();
        byte[] content = switch (format) {
            case DOCX -> DocxWriter.write(text.title(), blocks, actor.locale());
            case PDF -> PdfWriter.write(text.title(), blocks, actor.locale());
        };
        return new ActivityReportFile(
                "verksamhetsberattelse-" + organisationId + "-" + report.year() + "." + format.ending(),
                format.contentType(),
                content);
    }

    /** The figures; throws as above. */
    @Transactional
    ActivityReport report(Actor actor, long organisationId, @Nullable Integer wanted) {
        access.requireOversee(actor, organisationId);
        LocalDate now = today.date();
        int year = wanted == null ? now.getYear() : wanted;
        if (year < FIRST_YEAR || year > now.getYear()) {
            throw Problem.field("year", ProblemCode.OUT_OF_RANGE);
        }
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate day = last.isAfter(now) ? now : last;
        return new ActivityReport(
                year,
                compliance.organisation(actor, organisationId, day),
                compliance.organisation(actor, organisationId, LocalDate.of(year - 1, 12, 31)),
                register.ofOrganisation(actor, organisationId, year),
                register.ofOrganisation(actor, organisationId, year - 1),
                compliance.delay(actor, organisationId, day));
    }
}
