package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Days;
import se.stegen.common.Messages;
import se.stegen.print.Page;

/** A pack as a page to print. Long texts are shortened, so that it stays one page; the portfolio has them whole. */
final class PackPage {
    private static final int ASSESSMENTS = 12;
    private static final int COMMENT = 110;
    private static final int VIEW = 220;

    private final CollegiumPack pack;
    private final Locale locale;

    private PackPage(CollegiumPack pack, Locale locale) {
        this.pack = pack;
        this.locale = locale;
    }

    static Page of(CollegiumPack pack, Locale locale) {
        return new PackPage(pack, locale).page();
    }

    private Page page() {
        String supervisor = pack.supervisorName();
        Page page = new Page(
                t("pack.title", pack.doctorName()),
                t("pack.foot", pack.clinicName(), pack.doctorName(), day(pack.meeting())),
                locale);
        page.head(t(
                "pack.head",
                pack.clinicName(),
                pack.specialtyName().toLowerCase(locale),
                day(pack.meeting()),
                supervisor == null ? "–" : supervisor,
                day(pack.from()),
                day(pack.to())));
        if (!pack.notPresent().isEmpty()) {
            page.line(t("pack.not.present", String.join(", ", pack.notPresent())));
        }
        previous(page);
        numbers(page);
        assessments(page);
        views(page);
        return page;
    }

    private void previous(Page page) {
        CollegiumPack.Previous before = pack.previous();
        page.heading(t("pack.previous"));
        if (before == null) {
            page.line(t("pack.previous.none"));
            return;
        }
        Judgement judgement = before.judgement();
        page.line(day(before.heldOn()), judgement == null ? "–" : t("collegium.judgement." + judgement));
        page.line(t("pack.development"), shortened(before.development(), VIEW));
        if (!before.actions().isEmpty()) {
            page.table(
                    List.of(t("pack.action"), t("pack.owner"), t("pack.due"), t("pack.done")),
                    before.actions().stream()
                            .map(a -> List.of(
                                    shortened(a.text(), COMMENT),
                                    t("collegium.owner." + a.owner()),
                                    day(a.due()),
                                    done(a.doneOn())))
                            .toList());
        }
    }

    private String done(@Nullable LocalDate on) {
        return on == null ? t("pack.not.done") : day(on);
    }

    private void numbers(Page page) {
        page.heading(t("pack.numbers"));
        Integer required = pack.supervisionsRequired();
        Integer counted = pack.supervisionsCounted();
        page.line(
                t("pack.supervision"),
                required == null || counted == null
                        ? t("pack.supervision.held", Integer.toString(pack.supervisionsHeld()))
                        : t(
                                "pack.supervision.required",
                                Integer.toString(pack.supervisionsHeld()),
                                Integer.toString(counted),
                                Integer.toString(required)));
        CollegiumPack.Goals goals = pack.goals();
        page.line(
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
        page.line(t("pack.leaves"), leaves.isEmpty() ? t("pack.leaves.none") : leaves);
    }

    private void assessments(Page page) {
        page.heading(t("pack.assessments", Integer.toString(pack.assessments().size())));
        if (pack.assessments().isEmpty()) {
            page.line(t("pack.assessments.none"));
            return;
        }
        page.table(
                List.of(
                        t("pack.day"),
                        t("pack.form"),
                        t("pack.assessor"),
                        t("pack.overall"),
                        t("pack.do.more"),
                        t("pack.work.on")),
                pack.assessments().stream()
                        .limit(ASSESSMENTS)
                        .map(a -> {
                            Integer overall = a.overall();
                            return List.of(
                                    day(a.day()),
                                    "en".equals(locale.getLanguage()) ? a.formEn() : a.form(),
                                    a.assessor(),
                                    overall == null ? "–" : Integer.toString(overall),
                                    shortened(a.doMore(), COMMENT),
                                    shortened(a.workOn(), COMMENT));
                        })
                        .toList());
        if (pack.assessments().size() > ASSESSMENTS) {
            page.line(t(
                    "pack.assessments.more", Integer.toString(pack.assessments().size() - ASSESSMENTS)));
        }
    }

    private void views(Page page) {
        page.heading(t("pack.views"));
        CollegiumPack.Said own = pack.own();
        if (own == null && pack.views().isEmpty()) {
            page.line(t("pack.views.none"));
            return;
        }
        page.table(
                List.of(t("pack.competence"), t("pack.own"), t("pack.specialists")),
                pack.competences().stream()
                        .map(one -> {
                            CollegiumLevel mine =
                                    own == null ? null : own.levels().get(one.code());
                            String theirs = pack.said(one.code(), locale);
                            return List.of(
                                    one.name(locale),
                                    mine == null ? "–" : t("collegium.level." + mine),
                                    theirs.isEmpty() ? "–" : theirs);
                        })
                        .toList());
        if (own != null) {
            page.line(t("pack.own"), shortened(own.comment(), VIEW));
        }
        pack.views().forEach(said -> page.line(said.name(), shortened(said.comment(), VIEW)));
    }

    private String day(LocalDate date) {
        return Days.text(date, locale);
    }

    private static String shortened(String text, int length) {
        String one = text.strip().replaceAll("\\s+", " ");
        return one.length() <= length ? one : one.substring(0, length - 1).strip() + "…";
    }

    private String t(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
