package se.stegen.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.AssessmentRequest;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.Assessor;
import se.stegen.assessment.AssessorDetails;
import se.stegen.assessment.AssessorService;
import se.stegen.assessment.FollowUpService;
import se.stegen.assessment.Invitations.Closed;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.IndicatorCode;
import se.stegen.home.HomeService;
import se.stegen.home.TodoKind;
import se.stegen.signing.RecordState;
import se.stegen.signing.SigningMethod;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** Assessors without an account, from the request to what counts. */
class InvitationServiceTest {
    private static final AssessmentAnswer ANSWER = new AssessmentAnswer(Map.of(), 3, "Lugn anamnes", "Säg planen högt");
    private static final AssessorDetails ANNA =
            new AssessorDetails("Anna Svensson", "Överläkare", "Medicinkliniken", "Internmedicin");

    private final AssessmentService assessments = TestProgram.bean(AssessmentService.class);
    private final FollowUpService followUps = TestProgram.bean(FollowUpService.class);
    private final InvitationService invitations = TestProgram.bean(InvitationService.class);
    private final OddityService oddities = TestProgram.bean(OddityService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private long programme;
    private Actor doctor;
    private Actor supervisor;
    private String email = "";
    private String network = "";

    @BeforeEach
    void doctorWithASupervisor() {
        clinic = Fixtures.clinic();
        long doctorId = Fixtures.person("Doktor");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        doctor = Fixtures.actor(doctorId);
        Fixtures.execute("UPDATE clinic SET guideline_code = 'skane-2015' WHERE id = ?", clinic);
        long supervisorId = Fixtures.person("Handledare");
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                supervisorId,
                today.minusMonths(1));
        supervisor = Fixtures.actor(supervisorId);
        email = "anna.svensson@" + Fixtures.unique("sjukhus") + ".se";
        network = Fixtures.unique("10.0.0.");
    }

    @Test
    void askedByMailAnsweredOnceAndCountedWhenConfirmed() {
        Assessment sent = ask(email);
        assertEquals(RecordState.SENT, sent.state());
        String mail = mail(email);
        assertTrue(mail.contains("Doktor"), mail);
        assertFalse(mail.contains("buksmärta"), "no text of the portfolio in mail");
        String token = token(email);
        Invitation.Open open = assertInstanceOf(Invitation.Open.class, invitations.look(token, network));
        assertEquals("Anna Svensson", open.details().name());
        assertTrue(open.assessment().mayAnswer());
        assertEquals("Akuten, buksmärta", open.assessment().context());
        assertInstanceOf(Invitation.Open.class, invitations.look(token, network), "looking does not use it up");

        TestProgram.refused(ProblemCode.OWN_RECORD, () -> invitations.sign(token, ANNA, ANSWER, doctor.personId()));
        invitations.sign(token, ANNA, ANSWER, null);
        Assessment signed = assessments.get(supervisor, sent.id());
        assertEquals(RecordState.SIGNED, signed.state());
        assertEquals(SigningMethod.LINK, signed.signingMethod());
        assertEquals("Anna Svensson", signed.assessorName());
        assertEquals(ANNA, signed.outside());
        assertEquals("Anna Svensson", signed.history().getLast().actorName());
        assertTrue(signed.history().getLast().withoutAccount());
        assertTrue(signed.awaitsConfirmation());
        assertTrue(signed.mayConfirm());
        assertFalse(assessments.get(doctor, sent.id()).mayConfirm());

        Invitation.Over over = assertInstanceOf(Invitation.Over.class, invitations.look(token, network));
        assertEquals(Closed.SIGNED, over.why());
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> invitations.sign(token, ANNA, ANSWER, null));
        assertEquals(0, counted());
        assertEquals(1, toConfirm());

        TestProgram.refused(ProblemCode.FORBIDDEN, () -> followUps.confirm(doctor, sent.id()));
        assertFalse(followUps.confirm(supervisor, sent.id()).awaitsConfirmation());
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> followUps.confirm(supervisor, sent.id()));
        assertEquals(1, counted());
        assertEquals(0, toConfirm());
    }

    @Test
    void whatIsWrittenIsThereWhenTheLinkIsOpenedAgain() {
        Assessment sent = ask(email);
        String token = token(email);
        invitations.save(
                token,
                new AssessorDetails("Anna S", "Överläkare", "", ""),
                new AssessmentAnswer(Map.of(), 2, "Halv men", null));
        invitations.save(
                token,
                new AssessorDetails("Anna S", "Överläkare", "", ""),
                new AssessmentAnswer(Map.of(), 2, "Halv mening", null));
        Invitation.Open again = assertInstanceOf(Invitation.Open.class, invitations.look(token, network));
        assertEquals("Halv mening", again.assessment().doMore());
        assertEquals(2, again.assessment().overall());
        assertEquals("Anna S", again.details().name());
        assertEquals("", assessments.get(doctor, sent.id()).doMore(), "nobody else reads it");
        TestProgram.refused(
                ProblemCode.REQUIRED,
                () -> invitations.sign(token, new AssessorDetails("Anna S", "", "Sjukhuset", ""), ANSWER, null));
        assertInstanceOf(Invitation.Open.class, invitations.look(token, network), "what was refused used nothing up");
    }

    @Test
    void linksThatWorkNoLongerSayWhy() {
        Assessment withdrawn = ask(email);
        String token = token(email);
        assessments.withdraw(doctor, withdrawn.id(), "Fel kollega");
        assertEquals(Closed.WITHDRAWN, over(token));

        Assessment declined = ask(email);
        token = token(email);
        invitations.decline(token, "Anna Svensson", "Var inte med");
        assertEquals(Closed.DECLINED, over(token));
        assertEquals("Var inte med", assessments.get(doctor, declined.id()).reason());

        ask(email);
        token = token(email);
        Fixtures.execute(
                "UPDATE assessment_link SET expires_at = DATE_SUB(UTC_TIMESTAMP(6), INTERVAL 1 SECOND) WHERE token_hash = ?",
                hash(token));
        assertEquals(Closed.EXPIRED, over(token));
        String late = token;
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> invitations.sign(late, ANNA, ANSWER, null));
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> invitations.save(late, ANNA, ANSWER));
    }

    @Test
    void forwardedByLinkOrByTheDoctorTheFormerLinkStops() {
        Assessment sent = ask(email);
        String first = token(email);
        String next = "bo.ek@" + Fixtures.unique("sjukhus") + ".se";
        invitations.save(first, ANNA, ANSWER);
        invitations.forward(first, next, "Bo var med");
        assertEquals(Closed.FORWARDED, over(first));
        String second = token(next);
        Invitation.Open open = assertInstanceOf(Invitation.Open.class, invitations.look(second, network));
        assertEquals("", open.assessment().doMore(), "the former one's words are gone");
        String third = "cia.ek@" + Fixtures.unique("sjukhus") + ".se";
        assessments.forward(doctor, sent.id(), null, Assessor.at(third), null);
        assertEquals(Closed.FORWARDED, over(second));
        assertInstanceOf(Invitation.Open.class, invitations.look(token(third), network));
        Actor colleague = Fixtures.actor(Role.SUPERVISOR, clinic);
        assessments.forward(doctor, sent.id(), null, Assessor.person(colleague.personId()), null);
        assertEquals(Closed.FORWARDED, over(token(third)));
        assertTrue(assessments.get(colleague, sent.id()).mayAnswer());
    }

    @Test
    void theDoctorCannotBeAskedByAnAddressAndCannotForwardToOneself() {
        Fixtures.execute("UPDATE person SET email = ? WHERE id = ?", "jag@example.se" + network, doctor.personId());
        TestProgram.refused(ProblemCode.OWN_RECORD, () -> ask("jag@example.se" + network));
        ask(email);
        String token = token(email);
        TestProgram.refused(ProblemCode.OWN_RECORD, () -> invitations.forward(token, "jag@example.se" + network, null));
        TestProgram.refused(ProblemCode.UNKNOWN_ID, () -> invitations.forward(token, email, null));
        assertInstanceOf(Invitation.Open.class, invitations.look(token, network));
    }

    @Test
    void aReminderMakesANewLinkOnceADayAndTheFormerWorksOn() {
        Assessment sent = ask(email);
        String first = token(email);
        invitations.save(first, ANNA, ANSWER);
        assertTrue(assessments.get(doctor, sent.id()).mayRemind());
        Assessment reminded = followUps.remind(doctor, sent.id());
        assertFalse(reminded.mayRemind());
        String second = token(email);
        Invitation.Open open = assertInstanceOf(Invitation.Open.class, invitations.look(second, network));
        assertEquals("Lugn anamnes", open.assessment().doMore(), "what was written is kept");
        invitations.save(first, ANNA, new AssessmentAnswer(Map.of(), 3, "Lugn och klar", null));
        TestProgram.refused(ProblemCode.REMINDED_TODAY, () -> followUps.remind(doctor, sent.id()));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> followUps.remind(supervisor, sent.id()));
        invitations.sign(first, ANNA, ANSWER, null);
        assertEquals(Closed.SIGNED, over(first));
        assertEquals(Closed.SIGNED, over(second), "one answer uses up all links");
    }

    @Test
    void declinedForwardedOrWithdrawnAllLinksStop() {
        Assessment withdrawn = ask(email);
        String first = token(email);
        followUps.remind(doctor, withdrawn.id());
        assessments.withdraw(doctor, withdrawn.id(), "Fel kollega");
        assertEquals(List.of(Closed.WITHDRAWN, Closed.WITHDRAWN), List.of(over(first), over(token(email))));

        Assessment declined = ask(email);
        first = token(email);
        followUps.remind(doctor, declined.id());
        invitations.decline(token(email), "Anna", "Var inte med");
        assertEquals(List.of(Closed.DECLINED, Closed.DECLINED), List.of(over(first), over(token(email))));

        Assessment forwarded = ask(email);
        first = token(email);
        followUps.remind(doctor, forwarded.id());
        invitations.forward(first, "bo.ek@" + Fixtures.unique("sjukhus") + ".se", null);
        assertEquals(List.of(Closed.FORWARDED, Closed.FORWARDED), List.of(over(first), over(token(email))));
    }

    @Test
    void aReminderFromNoBrowserHidesNoDevice() {
        Assessment sent = ask(email);
        Fixtures.execute("UPDATE assessment_link SET asker_device = 'a' WHERE assessment_id = ?", sent.id());
        followUps.remind(doctor, sent.id());
        assertEquals(List.of("a"), TestProgram.bean(LinkRepository.class).askerDevices(sent.id()));
        assessments.forward(doctor, sent.id(), null, Assessor.at("bo." + email), null);
        assertEquals(List.of("a"), TestProgram.bean(LinkRepository.class).askerDevices(sent.id()));
    }

    /** Locks are taken in one order: no deadlock, exactly one of the two is refused, with words. */
    @RepeatedTest(12)
    void signedAndWithdrawnInTheSameMomentIsOneOfThem() throws Exception {
        Assessment sent = ask(email);
        String token = token(email);
        List<ProblemCode> refused = AtOnce.refusals(
                () -> {
                    invitations.sign(token, ANNA, ANSWER, null);
                    return true;
                },
                () -> assessments.withdraw(doctor, sent.id(), "Fel kollega"));
        assertEquals(1, refused.size());
        Closed signed =
                assessments.get(doctor, sent.id()).state() == RecordState.SIGNED ? Closed.SIGNED : Closed.WITHDRAWN;
        assertEquals(signed, over(token));
    }

    @Test
    void unknownLinksAreAllAlikeAndCountedByAddress() {
        for (int i = 0; i < 200; i++) {
            assertEquals(new Invitation.Unknown(), invitations.look("påhittad" + i, network));
        }
        Problem refused =
                TestProgram.refused(ProblemCode.TOO_MANY_ATTEMPTS, () -> invitations.look("påhittad", network));
        assertEquals(1, refused.arguments().size());
        assertEquals(new Invitation.Unknown(), invitations.look("påhittad", network + "1"));
    }

    @Test
    void signedTwiceAtOnceIsSignedOnce() throws Exception {
        Assessment sent = ask(email);
        String token = token(email);
        List<ProblemCode> refused = AtOnce.refusals(
                () -> {
                    invitations.sign(token, ANNA, ANSWER, null);
                    return true;
                },
                () -> {
                    invitations.sign(token, ANNA, ANSWER, null);
                    return true;
                });
        assertEquals(List.of(ProblemCode.LINK_INVALID), refused);
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM state_change WHERE record_kind = 'ASSESSMENT' AND record_id = ?"
                                + " AND to_state = 'SIGNED'",
                        sent.id()));
    }

    @Test
    void theReceiptLetsTheAddressSayThatItWasSomebodyElse() {
        Assessment sent = ask(email);
        invitations.sign(token(email), ANNA, ANSWER, null);
        Actor studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
        String token = last("/not-me/([\\w-]+)", email);
        SignedByLink receipt = invitations.receipt(token, network);
        assertEquals("Anna Svensson", receipt.signerName());
        assertFalse(receipt.reported());
        invitations.reportBySigner(token);
        invitations.reportBySigner(token);
        assertTrue(invitations.receipt(token, network).reported());
        OddAnswer odd = oddities.unchecked(studierektor, clinic).getFirst();
        assertEquals(Oddity.Kind.REPORTED, odd.kind());
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM notice WHERE person_id = ? AND kind = 'notice.assessment-odd'",
                        studierektor.personId()));
        assertEquals(0, toConfirm(), "what was reported is not offered for confirmation");
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> oddities.unchecked(doctor, clinic));
        oddities.check(studierektor, odd.id(), "Ringt Anna");
        assertEquals(List.of(), oddities.unchecked(studierektor, clinic));
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> invitations.receipt("påhittad", network));
        assertNull(assessments.get(doctor, sent.id()).confirmation());
    }

    @Test
    void aFalseAnswerIsVoidedByTheMainSupervisorAlsoOnceConfirmed() {
        Assessment sent = ask(email);
        invitations.sign(token(email), ANNA, ANSWER, null);
        AssessorService assessors = TestProgram.bean(AssessorService.class);
        followUps.confirm(supervisor, sent.id());
        assertEquals(1, counted());
        assertFalse(assessments.get(doctor, sent.id()).mayVoid());
        assertTrue(assessments.get(supervisor, sent.id()).mayVoid());
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> assessors.markVoided(doctor, sent.id(), "Fel"));
        TestProgram.refused(ProblemCode.REASON_REQUIRED, () -> assessors.markVoided(supervisor, sent.id(), " "));
        Assessment voided = assessors.markVoided(supervisor, sent.id(), "Anna var på semester");
        assertEquals(RecordState.VOIDED, voided.state());
        assertEquals("Handledare", voided.history().getLast().actorName());
        assertFalse(voided.mayConfirm());
        assertEquals(0, counted());
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> assessors.markVoided(supervisor, sent.id(), "Igen"));
    }

    @Test
    void whatWasReportedDoesNotCountUntilItWasLookedInto() {
        Assessment sent = ask(email);
        invitations.sign(token(email), ANNA, ANSWER, null);
        String receipt = last("/not-me/([\\w-]+)", email);
        followUps.confirm(supervisor, sent.id());
        assertEquals(1, counted());
        assertEquals(1, shown());
        invitations.reportBySigner(receipt);
        assertEquals(0, counted());
        assertEquals(0, shown());
        Actor studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
        oddities.check(
                studierektor,
                oddities.unchecked(studierektor, clinic).getFirst().id(),
                "Ringt Anna");
        assertEquals(1, counted());
        assertEquals(1, shown());
    }

    /** How many assessments stand as evidence for the goal. */
    private long shown() {
        return TestProgram.bean(se.stegen.coverage.CoverageService.class)
                .goal(doctor, programme, "c1")
                .evidence()
                .size();
    }

    @Test
    void theSecondTabIsToldThatTheFirstSaved() {
        ask(email);
        String token = token(email);
        LocalDateTime opened = seen(token);
        invitations.save(token, ANNA, new AssessmentAnswer(Map.of(), 2, "Ena fliken", ""), opened);
        TestProgram.refused(ProblemCode.STALE_VERSION, () -> invitations.save(token, ANNA, ANSWER, opened));
        Invitation.Open there = assertInstanceOf(Invitation.Open.class, invitations.look(token, network));
        assertEquals("Ena fliken", there.assessment().doMore(), "nothing is lost");
        LocalDateTime mine = invitations.save(token, ANNA, ANSWER, seen(token));
        invitations.save(token, ANNA, ANSWER, mine);
    }

    private LocalDateTime seen(String token) {
        return assertInstanceOf(Invitation.Open.class, invitations.look(token, network))
                .assessment()
                .updatedAt();
    }

    private Assessment ask(String address) {
        AssessmentRequest request =
                new AssessmentRequest("mini-cex", null, null, address, List.of("c1"), List.of(), "Akuten, buksmärta");
        return assessments.send(
                doctor, assessments.create(doctor, programme, request).id(), null);
    }

    private Closed over(String token) {
        return assertInstanceOf(Invitation.Over.class, invitations.look(token, network))
                .why();
    }

    private int counted() {
        return TestProgram.bean(ComplianceService.class).trainee(doctor, programme).orElseThrow().indicators().stream()
                .filter(i -> i.code() == IndicatorCode.ASSESSMENT)
                .findFirst()
                .orElseThrow()
                .actual();
    }

    private long toConfirm() {
        return TestProgram.bean(HomeService.class).todo(supervisor).stream()
                .filter(item -> item.kind() == TodoKind.ASSESSMENT_TO_CONFIRM)
                .count();
    }

    private static String token(String address) {
        return last("/assess/([\\w-]+)", address);
    }

    private static String last(String pattern, String address) {
        Matcher found = Pattern.compile(pattern).matcher(mail(address));
        assertTrue(found.find(), address);
        return found.group(1);
    }

    private static String mail(String address) {
        return Fixtures.text("SELECT body_text FROM outbox_mail WHERE recipient = ? ORDER BY id DESC LIMIT 1", address);
    }

    private static String hash(String token) {
        return se.stegen.access.signin.LinkTokens.hash(token);
    }
}
