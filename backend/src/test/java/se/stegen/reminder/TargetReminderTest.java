package se.stegen.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import io.micronaut.context.ApplicationContext;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.guideline.IndicatorCode;
import se.stegen.notification.MailJob;
import se.stegen.reminder.TargetReminder.Outcome;
import se.stegen.testing.Fixtures;
import se.stegen.testing.MailBox;
import se.stegen.testing.TalkCast;
import se.stegen.testing.TestProgram;

class TargetReminderTest {
    private final TargetReminderService service = TestProgram.bean(TargetReminderService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final TalkCast cast = TalkCast.of(today.minusYears(2), today);

    @BeforeAll
    static void load() {
        TestProgram.reference();
    }

    private void guideline() {
        Fixtures.execute("UPDATE clinic SET guideline_code = 'skane-2015' WHERE id = ?", cast.clinic());
    }

    private List<TargetReminder> remind(TargetReminderService by, boolean supervisor, Long... programmes) {
        return by.remind(
                cast.studierektor(), cast.clinic(), IndicatorCode.SUPERVISION, List.of(programmes), true, supervisor);
    }

    private static String email(Actor person) {
        return Fixtures.text("SELECT email FROM person WHERE id = ?", person.personId());
    }

    @Test
    void oneMailToEachWithALinkAndNothingOfAnybody() throws MessagingException {
        guideline();
        long second = Fixtures.person("Annan Hemlig Läkare");
        long other = Fixtures.programme(second, cast.clinic(), today.minusYears(2));
        Fixtures.execute(
                "UPDATE person SET locale = 'en' WHERE id = ?", cast.main().personId());
        try (MailBox box = new MailBox()) {
            Map<String, Object> settings = new HashMap<>(TestProgram.settings());
            settings.putAll(box.settings());
            settings.put("stegen.public-url", "https://st.example.se");
            try (ApplicationContext program = ApplicationContext.run(settings, "test")) {
                List<TargetReminder> done =
                        remind(program.getBean(TargetReminderService.class), true, cast.programme(), other);
                program.getBean(MailJob.class).run();
                assertEquals(
                        List.of(true, false),
                        done.stream()
                                .sorted(java.util.Comparator.comparingLong(TargetReminder::programmeId))
                                .map(TargetReminder::toSupervisor)
                                .toList(),
                        "the second has no supervisor");
                List<MimeMessage> mails = box.to(email(cast.doctor()));
                assertEquals(1, mails.size());
                assertEquals("Påminnelse: Handledning", mails.getFirst().getSubject());
                String text = MailBox.text(mails.getFirst());
                assertTrue(text.contains("https://st.example.se/supervisions/" + cast.programme()), text);
                assertTrue(text.contains("Roll STUDIEREKTOR"), text);
                List<MimeMessage> english = box.to(email(cast.main()));
                assertEquals(1, english.size());
                String supervisors = MailBox.text(english.getFirst());
                assertTrue(supervisors.contains("main supervisor"), supervisors);
                for (String mail : List.of(text, supervisors)) {
                    assertFalse(mail.contains("Hemlig") || mail.contains("Dr Test"), mail);
                    assertFalse(mail.contains(" av 9") || mail.contains(" of 9"), mail);
                }
            }
        }
    }

    @Test
    void onceAWeekForEachDoctorAndTargetAndItIsLogged() {
        guideline();
        assertEquals(Outcome.OPEN, missing().outcome());
        assertEquals(
                Outcome.REMINDED,
                remind(service, true, cast.programme()).getFirst().outcome());
        TargetReminder again = remind(service, false, cast.programme()).getFirst();
        assertEquals(Outcome.THIS_WEEK, again.outcome());
        assertEquals("Roll STUDIEREKTOR", again.remindedBy());
        assertEquals(Outcome.THIS_WEEK, missing().outcome());
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM access_log WHERE programme_id = ? AND action = 'REMIND'",
                        cast.programme()));
        Fixtures.execute(
                "UPDATE target_reminder SET week_start = ? WHERE programme_id = ?",
                today.minusDays(14),
                cast.programme());
        assertEquals(Outcome.OPEN, missing().outcome());
        assertEquals(
                Outcome.REMINDED,
                remind(service, false, cast.programme()).getFirst().outcome());
    }

    private TargetReminder missing() {
        return service.missing(cast.head(), cast.clinic(), IndicatorCode.SUPERVISION)
                .getFirst();
    }

    @Test
    void whoIsNotToBeRemindedIsNamedWithTheReason() {
        assertEquals(
                Outcome.REACHED,
                remind(service, true, cast.programme()).getFirst().outcome(),
                "no guideline asks for it");
        guideline();
        long second = Fixtures.programme(Fixtures.person("Utan handledare"), cast.clinic(), today.minusYears(2));
        assertEquals(
                Outcome.NOBODY,
                service.remind(cast.head(), cast.clinic(), IndicatorCode.SUPERVISION, List.of(second), false, true)
                        .getFirst()
                        .outcome());
        long elsewhere = Fixtures.programme(Fixtures.person("Annanstans"), Fixtures.clinic(), today.minusYears(2));
        assertEquals(List.of(), remind(service, true, elsewhere), "of another clinic nothing is said");
    }

    @Test
    void thoseWhoLeadTheClinicRemind() {
        guideline();
        for (Actor other : List.of(cast.reviewer(), cast.overall())) {
            refused(ProblemCode.FORBIDDEN, () -> service.missing(other, cast.clinic(), IndicatorCode.SUPERVISION));
        }
        for (Actor other : List.of(cast.doctor(), cast.main(), cast.otherHead(), cast.admin())) {
            refused(
                    ProblemCode.NOT_FOUND,
                    () -> service.remind(
                            other, cast.clinic(), IndicatorCode.SUPERVISION, List.of(cast.programme()), true, false));
        }
        refused(
                ProblemCode.UNKNOWN_CODE,
                () -> service.remind(
                        cast.head(),
                        cast.clinic(),
                        IndicatorCode.MAIN_SUPERVISOR,
                        List.of(cast.programme()),
                        true,
                        false));
        refused(
                ProblemCode.REQUIRED,
                () -> service.remind(cast.head(), cast.clinic(), IndicatorCode.SUPERVISION, List.of(), true, false));
        refused(
                ProblemCode.REQUIRED,
                () -> service.remind(
                        cast.head(),
                        cast.clinic(),
                        IndicatorCode.SUPERVISION,
                        List.of(cast.programme()),
                        false,
                        false));
    }
}
