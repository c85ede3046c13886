package se.stegen.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordFlow;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordParty;
import se.stegen.signing.RecordState;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** Random courses of requests through service and database come out as the pure state machine says. */
class AssessmentCoursesTest {
    private static final AssessmentAnswer ANSWER = new AssessmentAnswer(Map.of(), 3, "Mer av det", "Sårvård");
    private static final List<RecordAction> ACTIONS = EnumSet.complementOf(EnumSet.of(
                    RecordAction.MOVE,
                    RecordAction.CANCEL,
                    RecordAction.REPORT_HELD,
                    RecordAction.REMIND,
                    RecordAction.EXPIRE))
            .stream()
            .toList();

    private final AssessmentService assessments = TestProgram.bean(AssessmentService.class);
    private final AssessorService assessors = TestProgram.bean(AssessorService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private final long clinic = Fixtures.clinic();
    private final long programme;
    private final Actor doctor;
    private final Actor first = Fixtures.actor(Role.STUDIEREKTOR, clinic);
    private final Actor second = Fixtures.actor(Role.CLINIC_HEAD, clinic);
    private final Actor stranger = Fixtures.actor(Role.SUPERVISOR, Fixtures.clinic());
    private final Random random = new Random(41);

    private boolean startedByAssessor;
    private Actor assessor = first;

    AssessmentCoursesTest() {
        long doctorId = Fixtures.person("Doktor");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        doctor = Fixtures.actor(doctorId);
    }

    @Test
    void twoHundredRandomCoursesComeOutAsTheStateMachineSays() {
        Set<RecordState> met = EnumSet.noneOf(RecordState.class);
        for (int i = 0; i < 200; i++) {
            met.add(course());
        }
        assertEquals(
                EnumSet.complementOf(EnumSet.of(RecordState.PLANNED, RecordState.CANCELLED, RecordState.EXPIRED)),
                EnumSet.copyOf(met),
                "the courses get everywhere");
    }

    private RecordState course() {
        startedByAssessor = random.nextInt(4) == 0;
        assessor = first;
        Assessment record = assessments.create(startedByAssessor ? first : doctor, programme, request(first));
        RecordState state = RecordState.DRAFT;
        int steps = 1;
        for (int i = 0; i < 14; i++) {
            Actor who = List.of(doctor, first, second, stranger).get(random.nextInt(4));
            RecordAction action = ACTIONS.get(random.nextInt(ACTIONS.size()));
            Set<RecordParty> as = parties(who);
            boolean known = !who.equals(stranger);
            boolean startAndSign =
                    action == RecordAction.SIGN && state == RecordState.DRAFT && as.contains(RecordParty.STARTER);
            Optional<RecordFlow.Refusal> refusal =
                    startAndSign ? Optional.empty() : RecordFlow.refusal(RecordKind.ASSESSMENT, state, action, as);
            String told = state + " " + action + " by " + as;
            if (refusal.isPresent()) {
                ProblemCode expected = !known
                        ? ProblemCode.NOT_FOUND
                        : refusal.get() == RecordFlow.Refusal.NOT_YOURS
                                ? ProblemCode.FORBIDDEN
                                : ProblemCode.STATE_CONFLICT;
                assertEquals(expected, refused(() -> act(who, record.id(), action)), told);
            } else {
                act(who, record.id(), action);
                if (action == RecordAction.DELETE) {
                    assertEquals(ProblemCode.NOT_FOUND, refused(() -> assessments.get(doctor, record.id())), told);
                    return state;
                }
                state = startAndSign ? RecordState.SIGNED : action.target(state);
                steps += startAndSign ? 2 : action == RecordAction.FORWARD || state(action) ? 1 : 0;
            }
            Assessment now = assessments.get(doctor, record.id());
            assertEquals(state, now.state(), told);
            assertEquals(steps, now.history().size(), told);
            assertEquals(assessor.personId(), now.assessorId(), told);
            assertEquals(state == RecordState.SIGNED || state == RecordState.VOIDED, now.signedAt() != null, told);
            assertTrue(now.signedAt() == null || "Mer av det".equals(now.doMore()), told);
        }
        return state;
    }

    /** Whether the action leaves a step in the history. */
    private static boolean state(RecordAction action) {
        return switch (action) {
            case SEND, SIGN, GIVE_BACK, DECLINE, WITHDRAW, VOID -> true;
            default -> false;
        };
    }

    private Set<RecordParty> parties(Actor who) {
        if (who.equals(doctor)) {
            return EnumSet.of(RecordParty.DOCTOR);
        }
        if (!who.equals(assessor)) {
            return EnumSet.noneOf(RecordParty.class);
        }
        return startedByAssessor && who.equals(first)
                ? EnumSet.of(RecordParty.SIGNER, RecordParty.STARTER)
                : EnumSet.of(RecordParty.SIGNER);
    }

    private void act(Actor who, long id, RecordAction action) {
        int version = assessments.get(doctor, id).version();
        switch (action) {
            case EDIT -> assessments.save(who, id, version, request(assessor));
            case SEND -> assessments.send(who, id, null);
            case SIGN -> assessors.sign(who, id, null, ANSWER);
            case GIVE_BACK -> assessors.giveBack(who, id, null, "Skriv mer");
            case DECLINE -> assessors.decline(who, id, "Var inte med");
            case WITHDRAW -> assessments.withdraw(who, id, "Fel dag");
            case FORWARD -> {
                Actor next = assessor.equals(first) ? second : first;
                assessments.forward(who, id, null, Assessor.person(next.personId()), "Du var med");
                assessor = next;
            }
            case VOID -> assessors.markVoided(who, id, "Fel formulär");
            case ASK_AGAIN -> {
                Assessment again = assessments.askAgain(who, id);
                assertEquals(RecordState.DRAFT, again.state());
                assertEquals(List.of("c1"), again.goalCodes());
            }
            case DELETE -> assessments.delete(who, id, version);
            case MOVE, CANCEL, REPORT_HELD, REMIND, EXPIRE -> throw new IllegalStateException("not by anybody");
        }
    }

    private static ProblemCode refused(Runnable action) {
        try {
            action.run();
        } catch (Problem refusal) {
            return refusal.code();
        }
        throw new AssertionError("was let through");
    }

    private AssessmentRequest request(Actor of) {
        return new AssessmentRequest("mini-cex", today, of.personId(), null, List.of("c1"), List.of(), "Akuten");
    }
}
