package se.stegen.collegium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Messages;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.home.HomeService;
import se.stegen.home.TodoItem;
import se.stegen.home.TodoKind;
import se.stegen.iup.IupApprovalService;
import se.stegen.iup.IupItem;
import se.stegen.iup.IupItemData;
import se.stegen.iup.IupService;
import se.stegen.iup.IupState;
import se.stegen.supervision.SupervisionAgendaService;
import se.stegen.supervision.SupervisionData;
import se.stegen.supervision.SupervisionService;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class CollegiumServiceTest {
    private final CollegiumService collegia = TestProgram.bean(CollegiumService.class);
    private final SpecialistService specialists = TestProgram.bean(SpecialistService.class);
    private final SpecialistViewService views = TestProgram.bean(SpecialistViewService.class);
    private final CollegiumLinkService links = TestProgram.bean(CollegiumLinkService.class);
    private final CollegiumOutcomeService meetings = TestProgram.bean(CollegiumOutcomeService.class);
    private final OutcomeService outcomes = TestProgram.bean(OutcomeService.class);
    private final CollegiumPackService packs = TestProgram.bean(CollegiumPackService.class);
    private final IupService plans = TestProgram.bean(IupService.class);
    private final HomeService home = TestProgram.bean(HomeService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private long clinic;
    private long programme;
    private long second;
    private Actor doctor;
    private Actor colleague;
    private Actor main;
    private Actor specialist;
    private Actor studierektor;
    private Actor head;

    @BeforeEach
    void clinic() {
        clinic = Fixtures.clinic();
        doctor = Fixtures.actor(Fixtures.person("Åsa Öberg"));
        colleague = Fixtures.actor(Fixtures.person("Bo Ek"));
        programme = Fixtures.programme(doctor.personId(), clinic, today.minusYears(2));
        second = Fixtures.programme(colleague.personId(), clinic, today.minusYears(1));
        main = Fixtures.actor(Role.SUPERVISOR, clinic);
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                main.personId(),
                today.minusYears(2));
        specialist = Fixtures.actor(Role.SUPERVISOR, clinic);
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
        head = Fixtures.actor(Role.CLINIC_HEAD, clinic);
    }

    @Test
    void fromPlanningToActionsInThePlan() {
        assertEquals(
                List.of("Bo Ek", "Åsa Öberg"),
                collegia.candidates(studierektor, clinic, today).stream()
                        .filter(CollegiumCandidate::lacking)
                        .map(CollegiumCandidate::name)
                        .toList());
        long id = planned(today);
        assertEquals(Set.of(TodoKind.COLLEGIUM_OWN), todo(doctor));
        assertEquals(Set.of(TodoKind.COLLEGIUM_VIEWS), todo(specialist));
        views.rateOwn(doctor, id, Map.of("MEDICAL", "TO_DEVELOP"), "Vill operera mer");
        views.ownDone(doctor, id);
        views.keep(specialist, id, programme, Map.of("MEDICAL", "AS_EXPECTED"), "Lugn på akuten");
        views.done(specialist, id);
        assertEquals(Set.of(), todo(specialist));
        CollegiumPack pack = packs.pack(head, id, programme);
        assertEquals("Vill operera mer", Objects.requireNonNull(pack.own()).comment());
        assertEquals("Lugn på akuten", pack.views().getFirst().comment());
        meetings.save(
                studierektor, id, programme, 0, outcome("ON_TRACK", "Gå kurs i laparoskopi", today.plusMonths(3)));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> meetings.close(studierektor, id, null));
        assertTrue(TestProgram.refused(ProblemCode.OUTCOMES_MISSING, () -> meetings.close(head, id, null))
                .text(Messages.SWEDISH)
                .contains("Bo Ek"));
        meetings.takeOff(head, id, second, "Sjuk den dagen");
        Collegium closed = meetings.close(head, id, null);
        assertEquals(CollegiumState.CLOSED, closed.state());
        TestProgram.refused(
                ProblemCode.STATE_CONFLICT,
                () -> meetings.save(head, id, programme, null, outcome("ON_TRACK", null, today)));

        CollegiumHeld held = outcomes.held(doctor, programme).getFirst();
        assertEquals(Judgement.ON_TRACK, held.judgement());
        assertEquals(List.of(), outcomes.held(colleague, second));
        IupItem item = plans.items(doctor, programme).getFirst();
        assertEquals("Gå kurs i laparoskopi", item.title());
        assertEquals(today.plusMonths(3), item.to());
        assertTrue(item.note().startsWith("Från kollegiet"));
        long outcomeId = Objects.requireNonNull(held.outcomeId());
        assertEquals(
                item.id(), outcomes.get(head, outcomeId).actions().getFirst().iupItemId());
        TestProgram.refused(ProblemCode.IN_USE, () -> plans.remove(doctor, programme, item.id(), item.version()));

        assertEquals(Set.of(TodoKind.COLLEGIUM_OUTCOME), todo(doctor));
        outcomes.get(doctor, outcomeId);
        assertEquals(Set.of(), todo(doctor));
        assertEquals(Set.of(TodoKind.COLLEGIUM_TALK), todo(main));
        outcomes.talk(main, outcomeId, false, today.plusDays(7), LocalTime.of(13, 0), "Rum 4");
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM appointment a JOIN appointment_person p ON p.appointment_id = a.id"
                                + " WHERE a.kind = 'FEEDBACK_TALK' AND a.record_id = ? AND p.person_id = ?",
                        outcomeId,
                        doctor.personId()));
        outcomes.talk(main, outcomeId, true, today, null, null);
        assertEquals(Set.of(), todo(main));
        assertNotNull(outcomes.tick(doctor, outcomeId, action(outcomeId), true)
                .actions()
                .getFirst()
                .doneOn());
    }

    @Test
    void theMeetingStandsInTheCalendarsOfThoseWhoAreThereAndNotInTheDoctors() {
        long id = planned(today.plusDays(20));
        assertEquals(Set.of(studierektor.personId(), head.personId(), specialist.personId()), people(id));
        Collegium now = collegia.get(head, id);
        collegia.change(
                studierektor,
                id,
                now.version(),
                new CollegiumData(today.plusDays(21), LocalTime.of(8, 0), 90, "Sal B", Set.of(programme)));
        // Planned, somebody asked, moved.
        assertEquals(
                2,
                Fixtures.number(
                        "SELECT sequence FROM appointment WHERE kind = 'COLLEGIUM' AND record_id = ? AND day = ?",
                        id,
                        today.plusDays(21)));
        TestProgram.refused(ProblemCode.REASON_REQUIRED, () -> collegia.cancel(head, id, " "));
        assertEquals(
                CollegiumState.CANCELLED,
                collegia.cancel(head, id, "För få kan").state());
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM appointment WHERE kind = 'COLLEGIUM' AND record_id = ?"
                                + " AND cancelled_at IS NOT NULL",
                        id));
    }

    @Test
    void whoHasAConflictOfInterestIsNotAskedAndSeesNothing() {
        long id = planned(today);
        // The studierektor is among the specialists, and a relative of the doctor.
        Collegium asked = specialists.ask(studierektor, id, List.of(studierektor.personId()));
        for (Actor one : List.of(specialist, studierektor)) {
            long key = asked.specialists().stream()
                    .filter(s -> Objects.equals(s.personId(), one.personId()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            if (one.equals(specialist)) {
                views.keep(one, id, programme, Map.of("MEDICAL", "CONCERN"), "Före jävet");
            }
            specialists.conflict(head, id, key, programme, "Släkt");
        }
        assertEquals(
                List.of("Bo Ek"),
                views.form(specialist, id).doctors().stream()
                        .map(CollegiumForm.View::name)
                        .toList());
        TestProgram.refused(ProblemCode.UNKNOWN_ID, () -> views.keep(specialist, id, programme, Map.of(), "Ändå"));
        assertEquals(List.of(), packs.pack(head, id, programme).views());
        assertEquals(2, packs.pack(head, id, programme).notPresent().size());
        meetings.save(head, id, programme, null, outcome("ON_TRACK", null, today));
        TestProgram.refused(ProblemCode.CONFLICT_OF_INTEREST, () -> packs.pack(studierektor, id, programme));
        TestProgram.refused(
                ProblemCode.CONFLICT_OF_INTEREST,
                () -> meetings.save(studierektor, id, programme, null, outcome("ACTION_PLAN", null, today)));
        long own = asked.specialists().stream()
                .filter(s -> Objects.equals(s.personId(), studierektor.personId()))
                .findFirst()
                .orElseThrow()
                .id();
        TestProgram.refused(
                ProblemCode.CONFLICT_OF_INTEREST, () -> specialists.conflict(studierektor, id, own, programme, null));
        TestProgram.refused(ProblemCode.CONFLICT_OF_INTEREST, () -> specialists.remove(studierektor, id, own));
        int version = collegia.get(head, id).version();
        TestProgram.refused(
                ProblemCode.CONFLICT_OF_INTEREST,
                () -> collegia.change(
                        studierektor, id, version, new CollegiumData(today, null, null, "", Set.of(second))));
        Collegium.Trainee hidden = trainee(collegia.get(studierektor, id), programme);
        assertTrue(hidden.hidden());
        assertNull(hidden.draft());
        assertNotNull(trainee(collegia.get(head, id), programme).draft());
    }

    @Test
    void nobodySitsInJudgementOfOneself() {
        long id = planned(today);
        TestProgram.refused(ProblemCode.OWN_RECORD, () -> specialists.ask(head, id, List.of(doctor.personId())));
        // A studierektor who is in ST plans the meeting, but not the own matter.
        Fixtures.role(doctor.personId(), Role.STUDIEREKTOR, clinic);
        Actor both = Fixtures.actor(doctor.personId());
        meetings.save(head, id, programme, null, outcome("NEEDS_SUPPORT", null, today));
        assertNull(trainee(collegia.get(both, id), programme).draft());
        TestProgram.refused(ProblemCode.CONFLICT_OF_INTEREST, () -> packs.pack(both, id, programme));
        TestProgram.refused(
                ProblemCode.CONFLICT_OF_INTEREST,
                () -> meetings.save(both, id, programme, null, outcome("ON_TRACK", null, today)));
        Collegium now = collegia.get(head, id);
        specialists.ask(head, id, List.of(main.personId()));
        long mains = Fixtures.programme(main.personId(), clinic, today.minusYears(1));
        TestProgram.refused(
                ProblemCode.OWN_RECORD,
                () -> collegia.change(
                        head, id, now.version(), new CollegiumData(today, null, null, "", Set.of(programme, mains))));
    }

    @Test
    void aDoctorWhoHasLeftByTheMeetingsDayIsShownAndTakenOff() {
        long id = planned(today);
        meetings.save(head, id, programme, null, outcome("ON_TRACK", "Skriv", today.plusDays(30)));
        meetings.save(head, id, second, null, outcome("ON_TRACK", null, today));
        long elsewhere = Fixtures.clinic();
        Fixtures.execute("UPDATE post SET end_date = ? WHERE programme_id = ?", today.minusDays(1), programme);
        Fixtures.insert(
                "INSERT INTO post (programme_id, clinic_id, start_date) VALUES (?, ?, ?)", programme, elsewhere, today);
        assertNotNull(trainee(collegia.get(head, id), programme).movedTo());
        TestProgram.refused(
                ProblemCode.DOCTOR_ELSEWHERE,
                () -> meetings.save(head, id, programme, null, outcome("ON_TRACK", null, today)));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> packs.pack(head, id, programme));
        Collegium closed = meetings.close(head, id, null);
        assertEquals("Har bytt klinik", trainee(closed, programme).offReason());
        assertEquals(List.of(), outcomes.held(doctor, programme));
        assertEquals(List.of(), plans.items(doctor, programme));
        assertEquals(1, outcomes.held(colleague, second).size());
        TestProgram.refused(
                ProblemCode.DOCTOR_ELSEWHERE,
                () -> collegia.plan(
                        head, clinic, new CollegiumData(today.plusDays(1), null, null, "", Set.of(programme))));
    }

    @Test
    void whatWasValidatedChangesOnlyAsANewVersionWithAReason() {
        long outcomeId = closed(today, programme, "ON_TRACK", "Läs om kolon");
        int version = outcomes.get(head, outcomeId).version();
        OutcomeData changed = outcome("NEEDS_SUPPORT", "Boka extra handledning", today.plusDays(40));
        TestProgram.refused(
                ProblemCode.FORBIDDEN,
                () -> outcomes.revise(studierektor, outcomeId, version, "Fel", changed, Set.of()));
        TestProgram.refused(
                ProblemCode.FORBIDDEN, () -> outcomes.revise(doctor, outcomeId, version, "Fel", changed, Set.of()));
        TestProgram.refused(
                ProblemCode.REASON_REQUIRED, () -> outcomes.revise(head, outcomeId, version, "", changed, Set.of()));
        CollegiumOutcome now = outcomes.revise(head, outcomeId, version, "En kollega hörde av sig", changed, Set.of());
        TestProgram.refused(
                ProblemCode.STALE_VERSION, () -> outcomes.revise(head, outcomeId, version, "Igen", changed, Set.of()));
        assertEquals(
                List.of("En kollega hörde av sig", ""),
                now.versions().stream().map(CollegiumOutcome.Version::reason).toList());
        assertEquals(Judgement.ON_TRACK, now.versions().getLast().content().judgement());
        assertEquals(2, plans.items(doctor, programme).size());
        // Told anew.
        assertTrue(todo(doctor).contains(TodoKind.COLLEGIUM_OUTCOME));
    }

    @Test
    void anApprovedPlanBecomesADraftAndASentOneComesBack() {
        IupApprovalService approvals = TestProgram.bean(IupApprovalService.class);
        plans.add(
                doctor,
                programme,
                new IupItemData(null, "OTHER", "Egen", today, today, List.of("a1"), null, null, null));
        approvals.submit(doctor, programme, null);
        closed(today, programme, "ON_TRACK", "Åtgärd");
        var plan = plans.get(doctor, programme);
        assertEquals(IupState.RETURNED, plan.state());
        assertTrue(Objects.requireNonNull(plan.reason()).startsWith("Från kollegiet"));
        approvals.submit(doctor, programme, null);
        approvals.approve(main, programme, null);
        approvals.approve(studierektor, programme, null);
        assertEquals(IupState.APPROVED, plans.get(doctor, programme).state());
        closed(today, programme, "ON_TRACK", "Ännu en");
        assertEquals(IupState.DRAFT, plans.get(doctor, programme).state());
    }

    @Test
    void whoGoesToAnotherClinicTakesTheOutcomeAlong() {
        long outcomeId = closed(today.minusDays(9), programme, "ON_TRACK", "Åtgärd");
        long id = Fixtures.number("SELECT collegium_id FROM collegium_outcome WHERE id = ?", outcomeId);
        assertNotNull(trainee(collegia.get(head, id), programme).draft());
        long elsewhere = Fixtures.clinic();
        Fixtures.execute("UPDATE post SET end_date = ? WHERE programme_id = ?", today.minusDays(1), programme);
        Fixtures.insert(
                "INSERT INTO post (programme_id, clinic_id, start_date) VALUES (?, ?, ?)", programme, elsewhere, today);
        assertNull(trainee(collegia.get(head, id), programme).draft());
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> outcomes.get(head, outcomeId));
        assertEquals(1, collegia.list(head, clinic).getFirst().judged());
        outcomes.get(Fixtures.actor(Role.CLINIC_HEAD, elsewhere), outcomeId);
    }

    @Test
    void whoMayReadAnOutcomeAndWhoMayNot() {
        long outcomeId = closed(today, programme, "ON_TRACK", null);
        outcomes.get(main, outcomeId);
        outcomes.get(studierektor, outcomeId);
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> outcomes.get(specialist, outcomeId));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> outcomes.get(colleague, outcomeId));
        Actor reviewer = Fixtures.actor(Role.REVIEWER, clinic);
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> outcomes.get(reviewer, outcomeId));
        CollegiumHeld seen = outcomes.held(reviewer, programme).getFirst();
        assertEquals(today, seen.heldOn());
        assertNull(seen.judgement());
        assertNull(seen.outcomeId());
        assertEquals(1, collegia.list(reviewer, clinic).size());
        long before = planned(today.plusDays(3));
        assertEquals(1, collegia.list(reviewer, clinic).size());
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> collegia.get(specialist, before));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> collegia.get(doctor, before));
        TestProgram.refused(ProblemCode.NOT_YET_HELD, () -> meetings.close(head, before, null));
    }

    @Test
    void withoutAccountOneAnswersByTheLinkUntilOneIsDone() {
        long id = planned(today.plusDays(3));
        String address = Fixtures.unique("gast") + "@sjukhus.example";
        specialists.askByMail(head, id, address);
        String token = Fixtures.text(
                        "SELECT body_text FROM outbox_mail WHERE recipient = ? ORDER BY id DESC LIMIT 1", address)
                .replaceFirst("(?s).*/" + CollegiumLinkService.PATH + "/([\\w-]+).*", "$1");
        assertEquals(2, links.form(token, "10.0.0.9", null).doctors().size());
        TestProgram.refused(ProblemCode.OWN_RECORD, () -> links.form(token, "10.0.0.9", doctor.personId()));
        links.keep(token, "10.0.0.9", null, programme, Map.of("SCIENCE", "TO_DEVELOP"), "Läser lite");
        assertEquals(
                "Läser lite",
                links.form(token, "10.0.0.9", null).doctors().stream()
                        .filter(one -> one.programmeId() == programme)
                        .findFirst()
                        .orElseThrow()
                        .comment());
        links.done(token, "10.0.0.9", null);
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> links.form(token, "10.0.0.9", null));
        // Asked once more, what was answered can be changed by the new link.
        specialists.askByMail(head, id, address);
        String again = Fixtures.text(
                        "SELECT body_text FROM outbox_mail WHERE recipient = ? ORDER BY id DESC LIMIT 1", address)
                .replaceFirst("(?s).*/" + CollegiumLinkService.PATH + "/([\\w-]+).*", "$1");
        assertTrue(links.form(again, "10.0.0.9", null).doctors().stream()
                .anyMatch(one -> one.comment().equals("Läser lite")));
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> links.form("okänd", "10.0.0.9", null));
        assertFalse(Fixtures.text("SELECT body_text FROM outbox_mail WHERE recipient = ? LIMIT 1", address)
                .contains("Öberg"));
    }

    @Test
    void badInputIsRefused() {
        TestProgram.refused(
                ProblemCode.REQUIRED,
                () -> collegia.plan(head, clinic, new CollegiumData(today, null, null, "", Set.of())));
        TestProgram.refused(
                ProblemCode.OUT_OF_RANGE,
                () -> collegia.plan(head, clinic, new CollegiumData(today, null, 0, "", Set.of(programme))));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> collegia.list(doctor, clinic));
        long id = planned(today);
        int version = meetings.save(head, id, programme, 0, outcome(null, null, today))
                .version();
        meetings.save(studierektor, id, programme, version, outcome("ON_TRACK", null, today));
        TestProgram.refused(
                ProblemCode.STALE_VERSION,
                () -> meetings.save(head, id, programme, version, outcome("ACTION_PLAN", null, today)));
        TestProgram.refused(
                ProblemCode.UNKNOWN_CODE,
                () -> meetings.save(
                        head, id, programme, null, new OutcomeData("BRA", Map.of(), null, null, List.of())));
        TestProgram.refused(
                ProblemCode.UNKNOWN_CODE,
                () -> meetings.save(
                        head,
                        id,
                        programme,
                        null,
                        new OutcomeData(null, Map.of("KIRURGI", "CONCERN"), null, null, List.of())));
        TestProgram.refused(
                ProblemCode.REQUIRED,
                () -> meetings.save(
                        head,
                        id,
                        programme,
                        null,
                        new OutcomeData(
                                null,
                                Map.of(),
                                null,
                                null,
                                List.of(new OutcomeData.ActionData("Utan dag", null, null, null)))));
        long stranger = Fixtures.programme(Fixtures.person("Främmande"), Fixtures.clinic(), today.minusYears(1));
        TestProgram.refused(
                ProblemCode.UNKNOWN_ID,
                () -> meetings.save(head, id, stranger, null, outcome("ON_TRACK", null, today)));
    }

    @Test
    void aClinicsOwnCompetencesHoldForTheNextMeeting() {
        long before = planned(today);
        collegia.name(head, clinic, List.of("Kirurgisk teknik", "Teamarbete"));
        assertEquals(6, collegia.get(head, before).competences().size());
        Collegium next = collegia.get(head, planned(today));
        assertEquals(
                List.of("Kirurgisk teknik", "Teamarbete"),
                next.competences().stream()
                        .map(one -> one.name(Messages.SWEDISH))
                        .toList());
        views.keep(specialist, next.id(), programme, Map.of("OWN_2", "AS_EXPECTED"), "");
        collegia.name(head, clinic, List.of());
        assertEquals(6, collegia.competences(head, clinic).size());
    }

    @Test
    void thePackIsAPdfOfOnePage() throws IOException {
        long id = planned(today);
        views.keep(specialist, id, programme, Map.of("MEDICAL", "CONCERN"), "Behöver öva på lägesrapport <&> åäö");
        Fixtures.insert(
                "INSERT INTO leave_period (programme_id, start_date, end_date, extent, reason, entered_by)"
                        + " VALUES (?, ?, ?, 50, 'Hemlig orsak', ?)",
                programme,
                today.minusMonths(3),
                today.minusMonths(2),
                head.personId());
        try (PDDocument pdf = Loader.loadPDF(packs.pdf(head, id, programme))) {
            assertEquals(1, pdf.getNumberOfPages());
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertTrue(text.contains("Åsa Öberg"), text);
            assertTrue(text.contains("Behöver öva på lägesrapport <&> åäö"), text);
            assertTrue(text.contains("(50 %)"), text);
            assertFalse(text.contains("Hemlig"), text);
        }
    }

    private long planned(LocalDate day) {
        long id = collegia.plan(
                        studierektor, clinic, new CollegiumData(day, null, null, "Sal A", Set.of(programme, second)))
                .id();
        specialists.ask(studierektor, id, List.of(specialist.personId()));
        return id;
    }

    /** A closed meeting about one doctor; the answer is the outcome. */
    private long closed(LocalDate day, long about, String judgement, @Nullable String action) {
        long id = collegia.plan(head, clinic, new CollegiumData(day, null, null, "", Set.of(about)))
                .id();
        long outcomeId = meetings.save(head, id, about, null, outcome(judgement, action, day.plusDays(60)))
                .outcomeId();
        meetings.close(head, id, null);
        return outcomeId;
    }

    private static OutcomeData outcome(@Nullable String judgement, @Nullable String action, LocalDate due) {
        return new OutcomeData(
                judgement,
                Map.of("MEDICAL", "AS_EXPECTED"),
                "Trygg",
                "Mer teknik",
                action == null ? List.of() : List.of(new OutcomeData.ActionData(action, null, due, null)));
    }

    private long action(long outcomeId) {
        return outcomes.get(head, outcomeId).actions().getFirst().id();
    }

    private static Collegium.Trainee trainee(Collegium collegium, long programmeId) {
        return collegium.trainees().stream()
                .filter(one -> one.programmeId() == programmeId)
                .findFirst()
                .orElseThrow();
    }

    private Set<TodoKind> todo(Actor actor) {
        return Set.copyOf(home.todo(actor).stream().map(TodoItem::kind).toList());
    }

    private static Set<Long> people(long id) {
        return IntStream.range(0, 3)
                .mapToObj(n -> Fixtures.number(
                        "SELECT p.person_id FROM appointment_person p JOIN appointment a ON a.id = p.appointment_id"
                                + " WHERE a.kind = 'COLLEGIUM' AND a.record_id = ? ORDER BY p.person_id LIMIT " + n
                                + ", 1",
                        id))
                .collect(Collectors.toSet());
    }

    @Test
    void aNewVersionWithdrawsAnActionAndItsActivityUnlessSomethingRestsOnIt() {
        long outcomeId = closed(today, programme, "ON_TRACK", "Läs om kolon");
        CollegiumOutcome first = outcomes.get(head, outcomeId);
        long kept = Objects.requireNonNull(first.actions().getFirst().iupItemId());
        assertEquals(Map.of(kept, outcomeId), outcomes.origins(doctor, programme));
        assertEquals(Map.of(), outcomes.origins(Fixtures.actor(Role.REVIEWER, clinic), programme));
        OutcomeData more = outcome("ON_TRACK", "Boka kurs", today.plusDays(40));
        CollegiumOutcome second = outcomes.revise(head, outcomeId, first.version(), "Mer", more, Set.of());
        CollegiumOutcome.Action course = second.actions().stream()
                .filter(one -> one.text().equals("Boka kurs"))
                .findFirst()
                .orElseThrow();
        outcomes.tick(doctor, outcomeId, course.id(), true);
        Fixtures.insert(
                "INSERT INTO activity_evaluation (programme_id, item_id, supervision, introduction, learning, recommend,"
                        + " comment, created_at, updated_at) VALUES (?, ?, 3, 3, 3, 3, '', NOW(6), NOW(6))",
                programme,
                course.iupItemId());
        OutcomeData none = outcome("ON_TRACK", null, today);
        TestProgram.refused(
                ProblemCode.UNKNOWN_ID,
                () -> outcomes.revise(head, outcomeId, second.version(), "Fel", none, Set.of(course.id(), -1L)));
        CollegiumOutcome third = outcomes.revise(
                head,
                outcomeId,
                second.version(),
                "Inställd",
                none,
                Set.of(course.id(), first.actions().getFirst().id()));
        assertEquals(List.of(), third.content().actions());
        assertEquals(
                List.of(0, 2, 1),
                third.versions().stream()
                        .map(version -> version.content().actions().size())
                        .toList());
        assertTrue(third.actions().stream().allMatch(one -> today.equals(one.withdrawnOn())));
        assertEquals(
                List.of("Boka kurs"),
                plans.items(doctor, programme).stream().map(IupItem::title).toList(),
                "what was evaluated stays as the doctor's own");
        assertEquals(Map.of(), outcomes.origins(doctor, programme));
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> outcomes.tick(doctor, outcomeId, course.id(), false));
    }

    @Test
    void aSupervisionSessionProposesWhatACollegiumDecided() {
        closed(today, programme, "ON_TRACK", "Läs om\nkolon");
        long session = TestProgram.bean(SupervisionService.class)
                .create(doctor, programme, new SupervisionData(today, main.personId(), false, List.of(), "", ""), true)
                .id();
        SupervisionAgendaService agendas = TestProgram.bean(SupervisionAgendaService.class);
        assertTrue(agendas.agenda(main, session).stream()
                .anyMatch(line -> line.text().endsWith(": Läs om kolon")));
        long outcomeId = Objects.requireNonNull(
                outcomes.held(doctor, programme).getFirst().outcomeId());
        outcomes.tick(doctor, outcomeId, action(outcomeId), true);
        assertTrue(agendas.agenda(main, session).stream()
                .noneMatch(line -> line.text().endsWith(": Läs om kolon")));
    }

    @Test
    void aFeedbackTalkHeldOnAnotherDayLeavesTheCalendars() {
        long outcomeId = closed(today, programme, "ON_TRACK", null);
        TestProgram.refused(
                ProblemCode.NOT_YET_HELD, () -> outcomes.talk(main, outcomeId, false, today.minusDays(1), null, ""));
        outcomes.talk(main, outcomeId, false, today.plusDays(5), null, "Rum 4");
        assertEquals(1, talks(outcomeId));
        outcomes.talk(main, outcomeId, true, today, null, "");
        assertEquals(0, talks(outcomeId));
    }

    private static long talks(long outcomeId) {
        return Fixtures.number(
                "SELECT COUNT(*) FROM appointment WHERE kind = 'FEEDBACK_TALK' AND record_id = ? AND cancelled_at IS NULL",
                outcomeId);
    }
}
