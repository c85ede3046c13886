package se.stegen.learning;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Texts;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.FormKind;
import se.stegen.instrument.Procedure;
import se.stegen.instrument.Templates;
import se.stegen.programme.ProgrammeService;

/** What a doctor's signed assessments tell over time. One doctor at a time: nobody is ranked, nobody compared. */
@Singleton
public class LearningService {
    private final AccessPolicy access;
    private final AccessLog log;
    private final LearningQuery assessed;
    private final Templates templates;
    private final ProgrammeService programmes;
    private final ObjectMapper json;

    LearningService(
            AccessPolicy access,
            AccessLog log,
            LearningQuery assessed,
            Templates templates,
            ProgrammeService programmes,
            ObjectMapper json) {
        this.access = access;
        this.log = log;
        this.assessed = assessed;
        this.templates = templates;
        this.programmes = programmes;
        this.json = json;
    }

    /** The judgements of a portfolio with their comments, oldest first, those answered without sign-in once confirmed; {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public List<LearningPoint> curve(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        log.portfolio(actor, programmeId, Action.READ, "LEARNING", null);
        return assessed.signed(programmeId).stream()
                .filter(Assessed::counts)
                .map(row -> new LearningPoint(
                        row.id(),
                        templates.get(row.templateId()),
                        row.observedOn(),
                        row.overall(),
                        row.doMore(),
                        row.workOn(),
                        Texts.split(row.goalCodes()),
                        row.assessorName()))
                .toList();
    }

    /**
     * The procedures that the doctor's current clinic gives a körkort for, and those that the doctor has records of, by
     * form; {@code NOT_FOUND}, {@code FORBIDDEN}. An answer without sign-in counts once it is confirmed.
     */
    @Transactional
    public List<ProcedureStanding> procedures(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        log.portfolio(actor, programmeId, Action.READ, "PROCEDURES", null);
        Map<String, AssessmentTemplate> forms = new LinkedHashMap<>();
        templates.offered(programmes.facts(programmeId).clinicId()).stream()
                .filter(form -> form.kind() == FormKind.PROCEDURE)
                .forEach(form -> forms.put(form.code(), form));
        Map<String, List<ProcedureStanding.Observed>> records = new LinkedHashMap<>();
        for (Assessed row : assessed.signed(programmeId)) {
            AssessmentTemplate answered = templates.get(row.templateId());
            if (answered.kind() == FormKind.PROCEDURE && row.counts()) {
                String code = answered.code();
                forms.computeIfAbsent(code, c -> templates.newest(c).orElse(answered));
                records.computeIfAbsent(key(code, procedure(row)), k -> new ArrayList<>())
                        .add(new ProcedureStanding.Observed(
                                row.id(), row.observedOn(), row.overall(), row.assessorName()));
            }
        }
        return forms.values().stream()
                .flatMap(form -> form.definition().procedures().stream()
                        .map(procedure -> standing(
                                form, procedure, records.getOrDefault(key(form.code(), procedure.code()), List.of()))))
                .toList();
    }

    private static ProcedureStanding standing(
            AssessmentTemplate form, Procedure procedure, List<ProcedureStanding.Observed> records) {
        List<ProcedureStanding.Level> levels = procedure.levels().stream()
                .sorted(Comparator.comparingInt(Procedure.Level::step))
                .map(level -> ProcedureRules.level(level, records))
                .toList();
        return new ProcedureStanding(form, procedure, levels, ProcedureRules.reached(levels), records);
    }

    private static String key(String form, String procedure) {
        return form + "/" + procedure;
    }

    private String procedure(Assessed row) {
        try {
            return json.readValue(row.answers(), Argument.mapOf(String.class, String.class))
                    .getOrDefault(AssessmentTemplate.PROCEDURE, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
