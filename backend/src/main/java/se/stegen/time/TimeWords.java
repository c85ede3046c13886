package se.stegen.time;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Locale;
import se.stegen.common.Messages;

/** Shifts in words. */
final class TimeWords {
    private final Locale locale;

    TimeWords(Locale locale) {
        this.locale = locale;
    }

    /** {@code Ledighet 100 % 1 feb–31 juli 2025}, with the reason instead where the reader may see one. */
    String leave(Shift shift, @Nullable String reason) {
        return t(
                "time.shift.LEAVE",
                reason == null ? t("time.shift.LEAVE.unnamed") : reason,
                Integer.toString(shift.percent()),
                period(shift));
    }

    /** {@code Tillgodoräknat 6 månader: doktorsexamen}. */
    String credit(Credit credit) {
        return t("time.shift.CREDIT", amount(credit.months(), credit.days()), t("time.credit.in." + credit.kind()));
    }

    /** {@code Deltid 80 % från 1 jan 2027}, {@code Utan tjänst 1–31 mars 2025}. */
    String other(Shift shift) {
        return t("time.shift." + shift.kind(), Integer.toString(shift.percent()), period(shift));
    }

    /** {@code 6 månader}, {@code 15 dagar}, {@code 6 månader och 15 dagar}. */
    String amount(int months, int days) {
        if (months == 0) {
            return t("time.days", days);
        }
        return days == 0 ? t("time.months", months) : t("time.and", t("time.months", months), t("time.days", days));
    }

    private String period(Shift shift) {
        LocalDate from = shift.from();
        LocalDate to = shift.to();
        if (from == null) {
            return "";
        }
        if (to == null) {
            return t("time.from", day(from, true));
        }
        if (from.equals(to)) {
            return day(from, true);
        }
        return day(from, from.getYear() != to.getYear()) + "–" + day(to, true);
    }

    private String day(LocalDate day, boolean year) {
        String month = t("dates.months.short").split(",", -1)[day.getMonthValue() - 1];
        return day.getDayOfMonth() + " " + month + (year ? " " + day.getYear() : "");
    }

    private String t(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
