package se.stegen.selfevaluation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.print.Page;
import se.stegen.print.Pdf;
import se.stegen.spur.Area;

/** A self-evaluation as one document. */
@Singleton
public class SelfEvaluationDocumentService {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy");

    private final AccessPolicy access;
    private final AccessLog log;
    private final SelfEvaluationReader reader;
    private final Today today;

    SelfEvaluationDocumentService(AccessPolicy access, AccessLog log, SelfEvaluationReader reader, Today today) {
        this.access = access;
        this.log = log;
        this.reader = reader;
        this.today = today;
    }

    /** The document as PDF, in the reader's language; throws {@code NOT_FOUND} or {@code FORBIDDEN}. */
    @Transactional
    public byte[] pdf(Actor actor, long id) {
        SelfEvaluation evaluation = reader.require(id);
        access.requireKeepReviews(actor, evaluation.clinicId());
        log.scope(actor, Action.READ, "SELF_EVALUATION_DOCUMENT", id, "clinic " + evaluation.clinicId());
        return Pdf.of(page(evaluation, reader.items(actor, evaluation), actor.locale()));
    }

    private Page page(SelfEvaluation evaluation, List<ItemEvaluation> items, Locale locale) {
        String title = Messages.get(locale, "selfevaluation.document.title", evaluation.clinicName());
        Page page = new Page(title, title, locale);
        String day = DAY.withLocale(locale).format(Objects.requireNonNullElse(evaluation.finishedOn(), today.date()));
        page.head(Messages.get(
                locale,
                evaluation.state() == SelfEvaluationState.FINISHED
                        ? "selfevaluation.document.finished"
                        : "selfevaluation.document.draft",
                day,
                evaluation.regulations().replace(",", ", ")));
        List<ItemEvaluation> gaps =
                items.stream().filter(one -> one.gap() != null).toList();
        page.line(Messages.get(
                locale,
                "selfevaluation.document.sum",
                Integer.toString(items.size()),
                Integer.toString(items.size() - gaps.size()),
                Integer.toString(gaps.size())));
        page.heading(Messages.get(locale, "selfevaluation.gaps"));
        page.table(
                List.of(
                        Messages.get(locale, "selfevaluation.document.item"),
                        Messages.get(locale, "selfevaluation.document.why"),
                        Messages.get(locale, "selfevaluation.document.words")),
                gaps.stream()
                        .map(one -> List.of(
                                one.item().code() + ". " + one.item().text(),
                                Messages.get(locale, "selfevaluation.gap." + one.gap()) + action(one, locale),
                                one.text()))
                        .toList());
        for (Area area : Area.values()) {
            List<List<String>> rows = new ArrayList<>();
            for (ItemEvaluation one : items) {
                if (one.item().area() == area) {
                    rows.add(List.of(
                            one.item().code() + ". " + one.item().text() + " ("
                                    + Messages.get(locale, "selfevaluation.kind." + one.kind()) + ")",
                            judgement(one, locale),
                            shown(one, locale),
                            one.text()));
                }
            }
            page.heading(area + ". " + area.title());
            page.table(
                    List.of(
                            Messages.get(locale, "selfevaluation.document.item"),
                            Messages.get(locale, "selfevaluation.document.judgement"),
                            Messages.get(locale, "selfevaluation.document.figures"),
                            Messages.get(locale, "selfevaluation.document.words")),
                    rows);
        }
        return page;
    }

    private static String action(ItemEvaluation one, Locale locale) {
        return one.actionId() == null ? "" : ". " + Messages.get(locale, "selfevaluation.document.action");
    }

    private static String judgement(ItemEvaluation one, Locale locale) {
        Judgement judged = one.judgement();
        return judged == null
                ? Messages.get(locale, "selfevaluation.judgement.none")
                : Messages.get(locale, "selfevaluation.judgement." + judged);
    }

    private static String shown(ItemEvaluation one, Locale locale) {
        if (one.figures().isEmpty() && one.voices().isEmpty()) {
            return Messages.get(locale, "selfevaluation.proves.nothing");
        }
        List<String> parts = new ArrayList<>();
        one.figures().forEach(figure -> parts.add(figure(figure, locale)));
        one.voices()
                .forEach(voice -> parts.add(Messages.get(
                        locale,
                        "selfevaluation.voice",
                        voice.group().title(locale),
                        Integer.toString(voice.share().percent()),
                        Integer.toString(voice.share().answers()),
                        voice.statement().label(locale))));
        return parts.stream().collect(Collectors.joining("; "));
    }

    /** "Handledningssamtal: Gul, 12 av 16 (visar en del)". */
    private static String figure(ItemEvaluation.Figure figure, Locale locale) {
        Integer met = figure.met();
        Integer applicable = figure.applicable();
        String value = figure.value();
        String number = value != null
                ? ", " + value
                : met == null || applicable == null || applicable == 0
                        ? ""
                        : ", " + Messages.get(locale, "selfevaluation.of", met.toString(), applicable.toString());
        return Messages.get(locale, "indicator." + figure.code()) + ": "
                + Messages.get(locale, "export.status." + figure.status()) + number
                + (figure.whole() ? "" : " (" + Messages.get(locale, "selfevaluation.part") + ")");
    }
}
