package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.curriculum.GoalGroup;
import se.stegen.iup.IupKind;

/** What the API takes and answers about goals. */
final class CoverageAnswers {
    private CoverageAnswers() {}

    /** A statement, or the reason for taking back. */
    @Serdeable
    record AttestBody(@Nullable String statement, @Nullable String reason) {
        @Nullable
        String why() {
            return reason == null || reason.isBlank() ? statement : reason;
        }
    }

    /** A record to link or unlink. */
    @Serdeable
    record EvidenceBody(
            @Nullable EvidenceKind kind, @Nullable String recordId) {}

    /** A goal in the list. */
    @Serdeable
    record GoalRow(
            String code,
            String title,
            GoalGroup group,
            boolean checked,
            int planned,
            int underWay,
            int evidence,
            @Nullable LocalDate attestedOn,
            @Nullable String attestedBy,
            boolean evidenceVoided,
            GoalState state,
            List<String> missingActivities) {
        static GoalRow of(GoalCoverage g) {
            return new GoalRow(
                    g.code(),
                    g.title(),
                    g.group(),
                    g.checked(),
                    g.planned(),
                    g.underWay(),
                    g.evidence(),
                    g.attestedOn(),
                    g.attestedBy(),
                    g.evidenceVoided(),
                    g.state(),
                    g.missingActivities());
        }
    }

    /** Something planned for a goal. */
    @Serdeable
    record ActivityRow(
            @Nullable String itemId,
            @Nullable String placementId,
            IupKind kind,
            String title,
            LocalDate from,
            LocalDate to,
            String assessmentMethod) {
        static ActivityRow of(PlannedActivity a) {
            return new ActivityRow(
                    Ids.text(a.itemId()),
                    Ids.text(a.placementId()),
                    a.kind(),
                    a.title(),
                    a.from(),
                    a.to(),
                    a.assessmentMethod());
        }
    }

    /** A record that shows a goal; a supervision session has no title. */
    @Serdeable
    record EvidenceRow(
            EvidenceKind kind,
            String recordId,
            LocalDate date,
            @Nullable String title,
            String by,
            boolean linked,
            boolean attested,
            boolean voided) {
        static EvidenceRow of(Evidence e) {
            return new EvidenceRow(
                    e.kind(),
                    Long.toString(e.recordId()),
                    e.date(),
                    e.title(),
                    e.byName(),
                    e.linked(),
                    e.attested(),
                    e.voided());
        }
    }

    /** An attestation, also one that was taken back. */
    @Serdeable
    record AttestationRow(
            String statement,
            LocalDate attestedOn,
            String attestedBy,
            Instant attestedAt,
            int evidence,
            int voided,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            @Nullable String reason) {
        static AttestationRow of(Attestation a) {
            return new AttestationRow(
                    a.statement(),
                    a.attestedOn(),
                    a.attestedBy(),
                    a.attestedAt().toInstant(java.time.ZoneOffset.UTC),
                    a.evidence(),
                    a.voided(),
                    ApiTime.instant(a.withdrawnAt()),
                    a.withdrawnBy(),
                    a.reason());
        }
    }

    /** A goal with all that stands behind it; counts as in the list, what is counted in lists of their own. */
    @Serdeable
    record GoalResource(
            String traineeId,
            String code,
            String title,
            GoalGroup group,
            boolean checked,
            int planned,
            int underWay,
            @Nullable LocalDate attestedOn,
            @Nullable String attestedBy,
            boolean evidenceVoided,
            GoalState state,
            List<String> requiredActivities,
            List<String> missingActivities,
            List<ActivityRow> activities,
            List<EvidenceRow> evidence,
            List<AttestationRow> attestations) {
        static GoalResource of(GoalDetail d) {
            GoalCoverage g = d.goal();
            return new GoalResource(
                    Long.toString(d.programmeId()),
                    g.code(),
                    g.title(),
                    g.group(),
                    g.checked(),
                    g.planned(),
                    g.underWay(),
                    g.attestedOn(),
                    g.attestedBy(),
                    g.evidenceVoided(),
                    g.state(),
                    d.required(),
                    g.missingActivities(),
                    d.activities().stream().map(ActivityRow::of).toList(),
                    d.evidence().stream().map(EvidenceRow::of).toList(),
                    d.attestations().stream().map(AttestationRow::of).toList());
        }
    }

    /** One thing that is missing, with the words for it in the caller's language and days in ISO. */
    @Serdeable
    record LineRow(
            MissingKind kind,
            List<String> goalCodes,
            @Nullable String activity,
            String text) {}

    /** What is missing before something. */
    @Serdeable
    record PartRow(MissingWhen when, @Nullable LocalDate before, String heading, List<LineRow> lines) {
        static PartRow of(MissingPart part, Locale locale) {
            return new PartRow(
                    part.when(),
                    part.before(),
                    part.heading(locale, LocalDate::toString),
                    part.lines().stream()
                            .map(line -> new LineRow(
                                    line.kind(),
                                    line.goalCodes(),
                                    line.activity(),
                                    part.words(line, locale, LocalDate::toString)))
                            .toList());
        }
    }

    /** "Det här saknas". */
    @Serdeable
    record MissingResource(LocalDate date, List<PartRow> items) {
        static MissingResource of(Missing missing, Locale locale) {
            return new MissingResource(
                    missing.day(),
                    missing.parts().stream()
                            .map(part -> PartRow.of(part, locale))
                            .toList());
        }
    }
}
