package se.stegen.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Days;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.print.Page;

/** A yearly report as pages to print: what the portfolio says, the doctor's words, the supervisor's report. */
final class ReportPage {
    private final AnnualReport report;
    private final Locale locale;
    private final ReportWords words;

    private ReportPage(AnnualReport report, Locale locale) {
        this.report = report;
        this.locale = locale;
        words = new ReportWords(locale);
    }

    static Page of(AnnualReport report, Locale locale) {
        return new ReportPage(report, locale).page();
    }

    private Page page() {
        Page page = new Page(t("report.title", report.doctorName()), t("report.foot", report.doctorName()), locale);
        LocalDateTime sent = report.sentAt();
        page.head(t("report.period", day(report.from()), day(report.to())) + " · "
                + (sent == null ? t("report.draft.paper") : t("report.sent.on", day(Today.dayOf(sent)))));
        for (ReportSection section : ReportSection.values()) {
            section(page, section);
        }
        SupervisorReport supervisor = report.supervisor();
        if (supervisor != null) {
            page.heading(t("report.supervisor.of", supervisor.authorName()));
            prose(page, t("report.progress"), supervisor.progress());
            prose(page, t("report.strengths"), supervisor.strengths());
            prose(page, t("report.development"), supervisor.development());
            prose(page, t("report.needs"), supervisor.needs());
        }
        return page;
    }

    private void section(Page page, ReportSection section) {
        String own = report.words().getOrDefault(section, "");
        if (section == ReportSection.YEAR && own.isEmpty()) {
            return;
        }
        page.heading(t("report.section." + section));
        page.line(words.sentence(report, section));
        words.lines(report, section).forEach(page::line);
        prose(page, t("report.words.of", report.doctorName()), own);
    }

    /** Each paragraph as it was written. */
    private static void prose(Page page, String name, String text) {
        List<String> paragraphs =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i == 0) {
                page.line(name, paragraphs.get(i));
            } else {
                page.line(paragraphs.get(i));
            }
        }
    }

    private String day(LocalDate date) {
        return Days.text(date, locale);
    }

    private String t(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
