package se.stegen.calendar;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.stegen.common.Messages;

/** What an appointment is called for one reader: "Handledningssamtal med Anna Berg". Pure. */
final class Titles {
    /** Talks that somebody has with somebody; the others are about something. */
    private static final Set<AppointmentKind> TALKS = EnumSet.of(
            AppointmentKind.SUPERVISION,
            AppointmentKind.FEEDBACK_TALK,
            AppointmentKind.DEVELOPMENT_TALK,
            AppointmentKind.RECONCILIATION,
            AppointmentKind.INTRODUCTION,
            AppointmentKind.SUPPORT_PLAN);

    private Titles() {}

    /**
     * The title.
     *
     * @param others who takes part besides the reader
     */
    static String of(AppointmentRow row, String readerName, List<Other> others, Locale locale) {
        String kind = Messages.get(locale, "calendar.kind." + row.kind());
        if (!TALKS.contains(row.kind())) {
            return row.about().isEmpty() ? kind : Messages.get(locale, "calendar.about", kind, row.about());
        }
        String whom = others.size() == 1 ? others.getFirst().name() : row.about();
        return whom.isEmpty() || whom.equals(readerName) ? kind : Messages.get(locale, "calendar.with", kind, whom);
    }
}
