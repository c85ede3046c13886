package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.stegen.common.Problem.FieldError;
import se.stegen.common.ProblemCode;
import se.stegen.history.BinderText.Day;
import se.stegen.history.BinderText.Goals;
import se.stegen.history.BinderText.Kind;
import se.stegen.history.DraftRepository.DoctorRow;
import se.stegen.history.RowRemark.Code;
import se.stegen.history.TransferRules.Checked;
import se.stegen.history.TransferRules.Known;
import se.stegen.instrument.AssessmentTemplate;

/** What is understood of one row, and what has to be said about it. */
final class RowReading {
    /** Days before the doctor's ST that need no word: an introduction may be that early. */
    private static final int EARLY_DAYS = 30;

    private final Map<HistoryField, String> texts;
    private final Forms forms;
    private final LocalDate today;
    private final List<RowRemark> remarks = new ArrayList<>();
    private TransferredData understood = new TransferredData(null, null, null, null, List.of(), null, null);

    RowReading(Map<HistoryField, String> texts, Forms forms, LocalDate today) {
        this.texts = texts;
        this.forms = forms;
        this.today = today;
    }

    /** Codes of forms by what they are called. */
    record Forms(Map<String, String> byName) {
        static Forms of(List<AssessmentTemplate> templates) {
            Map<String, String> byName = new HashMap<>();
            for (AssessmentTemplate template : templates) {
                byName.put(BinderText.plain(template.code()), template.code());
                byName.putIfAbsent(BinderText.plain(template.name()), template.code());
                byName.putIfAbsent(BinderText.plain(template.nameEn()), template.code());
            }
            return new Forms(Map.copyOf(byName));
        }
    }

    TransferredData understood() {
        return understood;
    }

    List<RowRemark> remarks() {
        return List.copyOf(remarks);
    }

    void remark(HistoryField field, Code code, Object... arguments) {
        remarks.add(new RowRemark(field, code, List.of(arguments)));
    }

    private String text(HistoryField field) {
        return texts.getOrDefault(field, "").strip();
    }

    /**
     * Reads the row.
     *
     * @param known what a record of this doctor is held against; null where it is not known whose it is
     * @return the record that it becomes; null where it cannot
     */
    @Nullable
    Checked check(@Nullable DoctorRow doctor, @Nullable Known known) {
        Kind kind = kind();
        String form = form(kind);
        LocalDate date = date(doctor);
        List<String> goals = goals(known == null ? Set.of() : known.goals(), known != null);
        BigDecimal hours = hours();
        String signedBy = text(HistoryField.SIGNED_BY);
        if (signedBy.isEmpty() && kind != null && kind.kind() != TransferredKind.SELF_STUDY) {
            remark(HistoryField.SIGNED_BY, Code.NO_SIGNER);
        }
        understood = new TransferredData(
                kind == null ? null : kind.kind().name(), date, signedBy, form, goals, hours, text(HistoryField.NOTE));
        Known against = known == null ? new Known(today, Set.copyOf(goals), ids()) : known;
        List<FieldError> errors = new ArrayList<>();
        Optional<Checked> checked = TransferRules.check("", understood, against, errors);
        errors.forEach(this::add);
        boolean wrong = remarks.stream().anyMatch(remark -> remark.code().error());
        return wrong || known == null ? null : checked.orElse(null);
    }

    private Map<String, Long> ids() {
        Map<String, Long> ids = new HashMap<>();
        forms.byName().values().forEach(code -> ids.put(code, 0L));
        return ids;
    }

    private @Nullable Kind kind() {
        String text = text(HistoryField.KIND);
        Optional<Kind> kind = BinderText.kind(text, forms.byName());
        if (kind.isEmpty()) {
            remark(HistoryField.KIND, text.isEmpty() ? Code.KIND_MISSING : Code.KIND_UNKNOWN);
        }
        return kind.orElse(null);
    }

    private @Nullable String form(@Nullable Kind kind) {
        String text = text(HistoryField.FORM);
        if (text.isEmpty()) {
            return kind == null ? null : kind.templateCode();
        }
        Optional<String> form = BinderText.form(text, forms.byName());
        if (form.isEmpty()) {
            remark(HistoryField.FORM, Code.FORM_UNKNOWN);
        }
        return form.orElse(null);
    }

    private @Nullable LocalDate date(@Nullable DoctorRow doctor) {
        String text = text(HistoryField.DATE);
        Day day = BinderText.day(text, today).orElse(null);
        if (day == null) {
            remark(HistoryField.DATE, text.isEmpty() ? Code.DATE_MISSING : Code.DATE_UNKNOWN);
            return null;
        }
        LocalDate from = day.from();
        if (from != null) {
            remark(HistoryField.DATE, Code.PERIOD, from, day.date());
        }
        BinderText.orMonth(text).ifPresent(month -> remark(HistoryField.DATE, Code.DATE_OR_MONTH, month.toString()));
        if (doctor != null && day.date().isBefore(doctor.startDate().minusDays(EARLY_DAYS))) {
            remark(HistoryField.DATE, Code.BEFORE_START, doctor.startDate());
        }
        return day.date();
    }

    private List<String> goals(Set<String> curriculum, boolean known) {
        String text = text(HistoryField.GOALS);
        if (text.isEmpty() || !known) {
            return List.of();
        }
        Goals goals = BinderText.goals(text, curriculum);
        if (!goals.unknown().isEmpty()) {
            remark(HistoryField.GOALS, Code.GOAL_UNKNOWN, String.join(", ", goals.unknown()));
        }
        if (goals.part()) {
            remark(HistoryField.GOALS, Code.GOAL_PART);
        }
        if (goals.read()) {
            remark(HistoryField.GOALS, Code.GOAL_READ, String.join(", ", goals.codes()));
        }
        if (!goals.rest().isEmpty()) {
            remark(HistoryField.GOALS, Code.GOAL_REST, goals.rest());
        }
        return goals.codes();
    }

    private @Nullable BigDecimal hours() {
        String text = text(HistoryField.HOURS);
        if (text.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> hours = BinderText.hours(text);
        if (hours.isEmpty()) {
            remark(HistoryField.HOURS, Code.HOURS_UNKNOWN);
        }
        return hours.orElse(null);
    }

    /** What the rules refuse and reading has not said yet. */
    private void add(FieldError error) {
        boolean missing = error.code() == ProblemCode.REQUIRED;
        switch (error.field()) {
            case "date" -> {
                if (!missing) {
                    remark(
                            HistoryField.DATE,
                            error.code() == ProblemCode.DATE_IN_FUTURE ? Code.DATE_AHEAD : Code.DATE_TOO_EARLY);
                }
            }
            case "templateCode" -> {
                if (text(HistoryField.FORM).isEmpty()) {
                    remark(HistoryField.FORM, Code.FORM_MISSING);
                }
            }
            case "hours" -> {
                if (!missing) {
                    remark(HistoryField.HOURS, Code.HOURS_RANGE);
                } else if (text(HistoryField.HOURS).isEmpty()) {
                    remark(HistoryField.HOURS, Code.HOURS_MISSING);
                }
            }
            case "signedBy" -> remark(HistoryField.SIGNED_BY, Code.TOO_LONG, TransferRules.SIGNED_BY);
            case "note" -> remark(HistoryField.NOTE, Code.TOO_LONG, TransferRules.NOTE);
            default -> {
                // The kind and the goals have been spoken of.
            }
        }
    }
}
