package se.stegen.ui.collegium;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.stegen.collegium.CollegiumCompetence;
import se.stegen.collegium.CollegiumLevel;
import se.stegen.collegium.CollegiumOutcome;
import se.stegen.collegium.CollegiumPack;
import se.stegen.collegium.Judgement;
import se.stegen.common.Messages;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Sheet;

/** A pack on the screen: what the PDF says, with the texts whole. */
final class PackCards {
    private final CollegiumPack pack;
    private final Locale locale;

    private PackCards(CollegiumPack pack, Locale locale) {
        this.pack = pack;
        this.locale = locale;
    }

    static Div of(CollegiumPack pack, Locale locale) {
        return new PackCards(pack, locale).all();
    }

    private Div all() {
        Div all = Html.div("pack");
        if (!pack.notPresent().isEmpty()) {
            all.add(Html.div("notice", new Paragraph(t("pack.not.present", String.join(", ", pack.notPresent())))));
        }
        all.add(new Paragraph(t("collegium.pack.period", day(pack.from()), day(pack.to()))));
        all.add(Html.text("h3", t("pack.previous")));
        previous(all);
        all.add(Html.text("h3", t("pack.numbers")));
        numbers(all);
        all.add(Html.text(
                "h3", t("pack.assessments", Integer.toString(pack.assessments().size()))));
        assessments(all);
        all.add(Html.text("h3", t("pack.views")));
        views(all);
        return all;
    }

    private void previous(Div all) {
        CollegiumPack.Previous before = pack.previous();
        if (before == null) {
            all.add(new Paragraph(t("pack.previous.none")));
            return;
        }
        Judgement judgement = before.judgement();
        Paragraph line = new Paragraph(new Span(day(before.heldOn()) + " "));
        if (judgement != null) {
            line.add(new CollegiumBadge(judgement));
        }
        all.add(line);
        named(all, t("pack.development"), before.development());
        if (before.actions().isEmpty()) {
            return;
        }
        Sheet sheet = new Sheet(
                t("pack.previous"), List.of(t("pack.action"), t("pack.owner"), t("pack.due"), t("pack.done")));
        for (CollegiumOutcome.Action action : before.actions()) {
            LocalDate done = action.doneOn();
            sheet.row(
                    new Span(action.text()),
                    new Span(t("collegium.owner." + action.owner())),
                    new Span(day(action.due())),
                    new Span(done == null ? t("pack.not.done") : "✓ " + day(done)));
        }
        all.add(sheet);
    }

    private void numbers(Div all) {
        Integer required = pack.supervisionsRequired();
        Integer counted = pack.supervisionsCounted();
        named(
                all,
                t("pack.supervision"),
                required == null || counted == null
                        ? t("pack.supervision.held", Integer.toString(pack.supervisionsHeld()))
                        : t(
                                "pack.supervision.required",
                                Integer.toString(pack.supervisionsHeld()),
                                Integer.toString(counted),
                                Integer.toString(required)));
        CollegiumPack.Goals goals = pack.goals();
        named(
                all,
                t("pack.goals"),
                t(
                        "pack.goals.line",
                        Integer.toString(goals.attested()),
                        Integer.toString(goals.evidence()),
                        Integer.toString(goals.planned()),
                        Integer.toString(goals.notCovered()),
                        Integer.toString(goals.all())));
        String leaves = String.join(
                "; ",
                pack.leaves().stream()
                        .map(leave -> {
                            LocalDate to = leave.to();
                            return day(leave.from()) + " – " + (to == null ? "" : day(to) + " ") + "(" + leave.extent()
                                    + " %)";
                        })
                        .toList());
        named(all, t("pack.leaves"), leaves.isEmpty() ? t("pack.leaves.none") : leaves);
    }

    private void assessments(Div all) {
        if (pack.assessments().isEmpty()) {
            all.add(new Paragraph(t("pack.assessments.none")));
            return;
        }
        Sheet sheet = new Sheet(
                t("assessment.list"),
                List.of(t("pack.day"), t("pack.form"), t("pack.overall"), t("pack.do.more"), t("pack.work.on")));
        for (CollegiumPack.Assessed one : pack.assessments()) {
            Integer overall = one.overall();
            sheet.row(
                    new Span(day(one.day())),
                    Html.div(
                            "",
                            new Span("en".equals(locale.getLanguage()) ? one.formEn() : one.form()),
                            Html.text("small", one.assessor())),
                    new Span(overall == null ? "–" : Integer.toString(overall)),
                    new Span(one.doMore().isEmpty() ? "–" : one.doMore()),
                    new Span(one.workOn().isEmpty() ? "–" : one.workOn()));
        }
        all.add(sheet);
    }

    private void views(Div all) {
        CollegiumPack.Said own = pack.own();
        if (own == null && pack.views().isEmpty()) {
            all.add(new Paragraph(t("pack.views.none")));
            return;
        }
        Sheet sheet = new Sheet(t("pack.views"), List.of(t("pack.competence"), t("pack.own"), t("pack.specialists")));
        for (CollegiumCompetence competence : pack.competences()) {
            CollegiumLevel mine = own == null ? null : own.levels().get(competence.code());
            String theirs = pack.said(competence.code(), locale);
            sheet.row(
                    Html.text("b", competence.name(locale)),
                    new Span(mine == null ? "–" : t("collegium.level." + mine)),
                    new Span(theirs.isEmpty() ? "–" : theirs));
        }
        all.add(sheet);
        if (own != null) {
            named(all, t("pack.own"), own.comment());
        }
        pack.views().forEach(one -> named(all, one.name(), one.comment()));
    }

    private static void named(Div all, String name, String text) {
        if (!text.isBlank()) {
            Paragraph line = new Paragraph(Html.text("b", name + ": "), new Span(text));
            line.addClassName("prose");
            all.add(line);
        }
    }

    private String day(LocalDate day) {
        return Dates.day(day, locale);
    }

    private String t(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
