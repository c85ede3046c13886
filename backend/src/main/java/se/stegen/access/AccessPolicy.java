package se.stegen.access;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.common.Problem;
import se.stegen.common.Today;

/**
 * The one place that answers "who may". Each question has a {@code may…} (to hide a button) and a {@code require…} (to
 * guard the call) from the same rule; the table is in {@code docs/security.md}. What an actor may not know of is
 * {@code NOT_FOUND}, what the actor sees but may not do is {@code FORBIDDEN}.
 */
@Singleton
public class AccessPolicy {
    private final RelationQuery relations;
    private final Today today;

    AccessPolicy(RelationQuery relations, Today today) {
        this.relations = relations;
        this.today = today;
    }

    /** Open to everybody who is signed in, such as names of clinics and goals; said aloud so that no call forgets to ask. */
    public void requireSignedIn(Actor actor) {
        java.util.Objects.requireNonNull(actor);
    }

    /** Organisations, clinics, people, roles, qualifications, curricula and settings are the admin's. */
    public boolean mayAdminister(Actor actor) {
        return actor.admin();
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayAdminister}. */
    public void requireAdminister(Actor actor) {
        if (!mayAdminister(actor)) {
            throw Problem.forbidden();
        }
    }

    /** Programmes, posts, leaves and main supervisors at a clinic: ADMIN, and STUDIEREKTOR and CLINIC_HEAD there. */
    public boolean mayManageProgrammesAt(Actor actor, long clinicId) {
        return actor.admin() || leads(actor, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayManageProgrammesAt}. */
    public void requireManageProgrammesAt(Actor actor, long clinicId) {
        if (!mayManageProgrammesAt(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** Whether the actor may change this programme: as above, by its current clinic. */
    public boolean mayManageProgramme(Actor actor, long programmeId) {
        return relation(actor, programmeId)
                .map(r -> actor.admin() || leads(actor, r.currentClinicId()))
                .orElse(false);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayManageProgramme}. */
    public void requireManageProgramme(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayManageProgramme(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** How much of the portfolio the actor may read. */
    public PortfolioAccess portfolioAccess(Actor actor, long programmeId) {
        return relation(actor, programmeId)
                .map(r -> access(actor, r.doctorId(), r.currentClinicId(), r.supervisor()))
                .orElse(PortfolioAccess.NONE);
    }

    /**
     * The actor's access.
     *
     * @throws Problem {@code NOT_FOUND} where the actor may not know of the portfolio or, with access below
     *     {@code least}, {@code FORBIDDEN}
     */
    public PortfolioAccess requirePortfolio(Actor actor, long programmeId, PortfolioAccess least) {
        PortfolioAccess access = portfolioAccess(actor, programmeId);
        if (access == PortfolioAccess.NONE) {
            throw Problem.notFound();
        }
        if (access.compareTo(least) < 0) {
            throw Problem.forbidden();
        }
        return access;
    }

    /** Those of the programmes whose portfolio the actor may read at least so much of; one query for all of them. */
    public Set<Long> readable(Actor actor, Collection<Long> programmeIds, PortfolioAccess least) {
        if (programmeIds.isEmpty()) {
            return Set.of();
        }
        return relations.relations(programmeIds, actor.personId(), today.date()).stream()
                .filter(r -> access(actor, r.doctorId(), r.currentClinicId(), r.supervisor())
                                .compareTo(least)
                        >= 0)
                .map(Relation::programmeId)
                .collect(Collectors.toSet());
    }

    /** The rule behind {@link #portfolioAccess}, for lists that have the facts already. */
    private static PortfolioAccess access(Actor actor, long doctorId, @Nullable Long clinicId, boolean supervisor) {
        if (actor.personId() == doctorId) {
            return PortfolioAccess.OWN;
        }
        if (supervisor || leads(actor, clinicId)) {
            return PortfolioAccess.ALL;
        }
        if (clinicId != null && actor.has(Role.REVIEWER, clinicId)) {
            return PortfolioAccess.SIGNED;
        }
        return actor.admin() ? PortfolioAccess.FACTS : PortfolioAccess.NONE;
    }

    /** The plan (IUP) is written, sent and taken back by the doctor. */
    public boolean mayEditIup(Actor actor, long programmeId) {
        return portfolioAccess(actor, programmeId) == PortfolioAccess.OWN;
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayEditIup}. */
    public void requireEditIup(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayEditIup(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /**
     * As which of these the actor may approve or return a plan today: MAIN_SUPERVISOR of the programme, STUDIEREKTOR or
     * CLINIC_HEAD of the current clinic. Never the doctor.
     */
    public Set<IupApprover> approverOf(Actor actor, long programmeId) {
        Set<IupApprover> as = EnumSet.noneOf(IupApprover.class);
        relation(actor, programmeId)
                .filter(r -> r.doctorId() != actor.personId())
                .ifPresent(r -> {
                    Long clinicId = r.currentClinicId();
                    if (r.mainSupervisor()) {
                        as.add(IupApprover.MAIN_SUPERVISOR);
                    }
                    if (clinicId != null && actor.has(Role.STUDIEREKTOR, clinicId)) {
                        as.add(IupApprover.STUDIEREKTOR);
                    }
                    if (clinicId != null && actor.has(Role.CLINIC_HEAD, clinicId)) {
                        as.add(IupApprover.CLINIC_HEAD);
                    }
                });
        return as;
    }

    /** A placement's introduction: its supervisor, and who manages the programme. */
    public boolean mayRecordIntroduction(Actor actor, long programmeId, @Nullable Long supervisorId) {
        return introductions(actor, programmeId).allow(supervisorId);
    }

    /** The same for all placements of a programme: asked once, it answers for each by its supervisor. */
    public Introductions introductions(Actor actor, long programmeId) {
        boolean manages = mayManageProgramme(actor, programmeId);
        boolean reads = !manages && portfolioAccess(actor, programmeId) == PortfolioAccess.ALL;
        return supervisorId -> manages || (reads && supervisorId != null && actor.personId() == supervisorId);
    }

    /** Which introductions of a programme's placements an actor may record. */
    public interface Introductions {
        /** Whether that of a placement with this supervisor, or with none. */
        boolean allow(@Nullable Long supervisorId);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayRecordIntroduction}. */
    public void requireRecordIntroduction(Actor actor, long programmeId, @Nullable Long supervisorId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayRecordIntroduction(actor, programmeId, supervisorId)) {
            throw Problem.forbidden();
        }
    }

    /** Placements and courses are evaluated by the doctor, and one's own evaluations are read by nobody else. */
    public boolean mayEvaluate(Actor actor, long programmeId) {
        return portfolioAccess(actor, programmeId) == PortfolioAccess.OWN;
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayEvaluate}. */
    public void requireEvaluate(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayEvaluate(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** What doctors say of placements and courses: STUDIEREKTOR and CLINIC_HEAD of the clinic. */
    public boolean mayReadEvaluations(Actor actor, long clinicId) {
        return leads(actor, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayReadEvaluations}, {@code NOT_FOUND} to who sees none of its figures. */
    public void requireReadEvaluations(Actor actor, long clinicId) {
        requireReadCompliance(actor, clinicId);
        if (!mayReadEvaluations(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** A clinic's forms of assessment are written by its STUDIEREKTOR and CLINIC_HEAD. */
    public boolean mayKeepForms(Actor actor, long clinicId) {
        return leads(actor, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayKeepForms}, {@code NOT_FOUND} to who sees none of its figures. */
    public void requireKeepForms(Actor actor, long clinicId) {
        requireReadCompliance(actor, clinicId);
        if (!mayKeepForms(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** They are published by its STUDIEREKTOR. */
    public boolean mayPublishForms(Actor actor, long clinicId) {
        return actor.has(Role.STUDIEREKTOR, clinicId);
    }

    /** Throws as {@link #requireKeepForms}, and {@code FORBIDDEN} unless {@link #mayPublishForms}. */
    public void requirePublishForms(Actor actor, long clinicId) {
        requireKeepForms(actor, clinicId);
        if (!mayPublishForms(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** A clinic's general programme is kept by its STUDIEREKTOR and CLINIC_HEAD; everybody who is signed in reads it. */
    public boolean mayKeepGeneralProgramme(Actor actor, long clinicId) {
        return leads(actor, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayKeepGeneralProgramme}. */
    public void requireKeepGeneralProgramme(Actor actor, long clinicId) {
        if (!mayKeepGeneralProgramme(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** Collegia of a clinic are planned, and their outcomes written, by its STUDIEREKTOR and CLINIC_HEAD. */
    public boolean mayKeepCollegia(Actor actor, long clinicId) {
        return leads(actor, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayKeepCollegia}, {@code NOT_FOUND} to who sees none of its figures. */
    public void requireKeepCollegia(Actor actor, long clinicId) {
        requireReadCompliance(actor, clinicId);
        if (!mayKeepCollegia(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** That and when a clinic held collegia: those who plan them, and its REVIEWER. */
    public boolean mayReadCollegia(Actor actor, long clinicId) {
        return mayReadClinicDoctors(actor, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayReadCollegia}, {@code NOT_FOUND} to who sees none of its figures. */
    public void requireReadCollegia(Actor actor, long clinicId) {
        requireReadCompliance(actor, clinicId);
        if (!mayReadCollegia(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** A collegium is validated by the CLINIC_HEAD. */
    public boolean mayCloseCollegium(Actor actor, long clinicId) {
        return actor.has(Role.CLINIC_HEAD, clinicId);
    }

    /** Throws as {@link #requireKeepCollegia}, and {@code FORBIDDEN} unless {@link #mayCloseCollegium}. */
    public void requireCloseCollegium(Actor actor, long clinicId) {
        requireKeepCollegia(actor, clinicId);
        if (!mayCloseCollegium(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** Outcomes of collegia: the doctor, the main supervisor, STUDIEREKTOR and CLINIC_HEAD of the current clinic. */
    public boolean mayReadOutcomes(Actor actor, long programmeId) {
        return portfolioAccess(actor, programmeId) == PortfolioAccess.OWN
                || !approverOf(actor, programmeId).isEmpty();
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayReadOutcomes}. */
    public void requireReadOutcomes(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayReadOutcomes(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** A validated outcome is changed by the CLINIC_HEAD of the clinic that held the collegium, while the doctor is there. */
    public boolean mayReviseOutcome(Actor actor, long clinicId, long programmeId) {
        return mayCloseCollegium(actor, clinicId)
                && approverOf(actor, programmeId).contains(IupApprover.CLINIC_HEAD);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayReviseOutcome}. */
    public void requireReviseOutcome(Actor actor, long clinicId, long programmeId) {
        requireReadOutcomes(actor, programmeId);
        if (!mayReviseOutcome(actor, clinicId, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** The talk about an outcome is recorded by the main supervisor of that day, or the STUDIEREKTOR. */
    public boolean mayRecordFeedbackTalk(Actor actor, long programmeId) {
        Set<IupApprover> as = approverOf(actor, programmeId);
        return as.contains(IupApprover.MAIN_SUPERVISOR) || as.contains(IupApprover.STUDIEREKTOR);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayRecordFeedbackTalk}. */
    public void requireRecordFeedbackTalk(Actor actor, long programmeId) {
        requireReadOutcomes(actor, programmeId);
        if (!mayRecordFeedbackTalk(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** Under which regulation one trains is the doctor's own choice (PSF 2020:1098, transitional provisions). */
    public boolean mayChooseRegulation(Actor actor, long programmeId) {
        return portfolioAccess(actor, programmeId) == PortfolioAccess.OWN;
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayChooseRegulation}. */
    public void requireChooseRegulation(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayChooseRegulation(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** A goal is attested, and the attestation taken back, by the main supervisor of that day. */
    public boolean mayAttest(Actor actor, long programmeId) {
        return approverOf(actor, programmeId).contains(IupApprover.MAIN_SUPERVISOR);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayAttest}. */
    public void requireAttest(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayAttest(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** What was signed without sign-in is confirmed by the main supervisor of that day, who can say who it was. */
    public boolean mayConfirm(Actor actor, long programmeId) {
        return approverOf(actor, programmeId).contains(IupApprover.MAIN_SUPERVISOR);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayConfirm}. */
    public void requireConfirm(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayConfirm(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** What is odd about answers without sign-in is for the STUDIEREKTOR of the clinic. */
    public boolean mayCheckOddities(Actor actor, long clinicId) {
        return actor.has(Role.STUDIEREKTOR, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayCheckOddities}, {@code NOT_FOUND} to who sees none of its figures. */
    public void requireCheckOddities(Actor actor, long clinicId) {
        requireReadCompliance(actor, clinicId);
        if (!mayCheckOddities(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** Feedback of colleagues (360) is released by the main supervisor of that day, after a talk. */
    public boolean mayReleaseFeedback(Actor actor, long programmeId) {
        return approverOf(actor, programmeId).contains(IupApprover.MAIN_SUPERVISOR);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayReleaseFeedback}. */
    public void requireReleaseFeedback(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayReleaseFeedback(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /**
     * How much of a talk the actor may read: all of it the doctor, those who hold such talks at the current clinic, and the
     * main supervisor where it is for that one, too; that it was and when whoever reads signed records of the portfolio.
     *
     * @param holder the role that holds such talks
     * @param forMainSupervisor whether the main supervisor takes part
     */
    public TalkAccess talkAccess(Actor actor, long programmeId, Role holder, boolean forMainSupervisor) {
        return relation(actor, programmeId)
                .map(r -> {
                    Long clinicId = r.currentClinicId();
                    if (actor.personId() == r.doctorId()
                            || (clinicId != null && actor.has(holder, clinicId))
                            || (forMainSupervisor && r.mainSupervisor())) {
                        return TalkAccess.TEXT;
                    }
                    PortfolioAccess held = access(actor, r.doctorId(), clinicId, r.supervisor());
                    return held.compareTo(PortfolioAccess.SIGNED) < 0 ? TalkAccess.NONE : TalkAccess.THAT;
                })
                .orElse(TalkAccess.NONE);
    }

    /** A talk is planned, held and closed by this role at the current clinic, never by the doctor. */
    public boolean mayHoldTalk(Actor actor, long programmeId, Role holder) {
        return relation(actor, programmeId)
                .filter(r -> r.doctorId() != actor.personId())
                .map(r -> {
                    Long clinicId = r.currentClinicId();
                    return clinicId != null && actor.has(holder, clinicId);
                })
                .orElse(false);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayHoldTalk}. */
    public void requireHoldTalk(Actor actor, long programmeId, Role holder) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayHoldTalk(actor, programmeId, holder)) {
            throw Problem.forbidden();
        }
    }

    /**
     * Support plans (åtgärdsplaner) are for those concerned: the doctor, the main supervisor, STUDIEREKTOR and CLINIC_HEAD of
     * the current clinic. For everybody else there are none.
     */
    public boolean mayReadSupportPlans(Actor actor, long programmeId) {
        return relation(actor, programmeId)
                .map(r -> actor.personId() == r.doctorId() || r.mainSupervisor() || leads(actor, r.currentClinicId()))
                .orElse(false);
    }

    /** Throws {@code NOT_FOUND} unless {@link #mayReadSupportPlans}, to those who may read all the rest, too. */
    public void requireReadSupportPlans(Actor actor, long programmeId) {
        if (!mayReadSupportPlans(actor, programmeId)) {
            throw Problem.notFound();
        }
    }

    /** They are opened, changed and ended by STUDIEREKTOR and CLINIC_HEAD of the current clinic, never by the doctor. */
    public boolean mayWriteSupportPlans(Actor actor, long programmeId) {
        return relation(actor, programmeId)
                .map(r -> actor.personId() != r.doctorId() && leads(actor, r.currentClinicId()))
                .orElse(false);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayWriteSupportPlans}. */
    public void requireWriteSupportPlans(Actor actor, long programmeId) {
        requireReadSupportPlans(actor, programmeId);
        if (!mayWriteSupportPlans(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** What a follow-up of a support plan has shown is noted by the main supervisor, too. */
    public boolean mayFollowUp(Actor actor, long programmeId) {
        return mayWriteSupportPlans(actor, programmeId)
                || approverOf(actor, programmeId).contains(IupApprover.MAIN_SUPERVISOR);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayFollowUp}. */
    public void requireFollowUp(Actor actor, long programmeId) {
        requireReadSupportPlans(actor, programmeId);
        if (!mayFollowUp(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** Records kept elsewhere are brought in (Överfört) by the STUDIEREKTOR of the current clinic, never by the doctor. */
    public boolean mayBringHistory(Actor actor, long programmeId) {
        return relation(actor, programmeId)
                .filter(r -> actor.personId() != r.doctorId())
                .map(r -> {
                    Long clinicId = r.currentClinicId();
                    return clinicId != null && actor.has(Role.STUDIEREKTOR, clinicId);
                })
                .orElse(false);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayBringHistory}. */
    public void requireBringHistory(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayBringHistory(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** Those of a whole clinic's doctors: its STUDIEREKTOR. */
    public boolean mayBringClinicHistory(Actor actor, long clinicId) {
        return actor.has(Role.STUDIEREKTOR, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayBringClinicHistory}, {@code NOT_FOUND} to who sees none of its figures. */
    public void requireBringClinicHistory(Actor actor, long clinicId) {
        requireReadCompliance(actor, clinicId);
        if (!mayBringClinicHistory(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** They are taken back by those who may bring them in, and by who brought them in while that one reads the portfolio. */
    public boolean mayVoidHistory(Actor actor, long programmeId, long broughtBy) {
        return mayBringHistory(actor, programmeId)
                || (actor.personId() == broughtBy && portfolioAccess(actor, programmeId) == PortfolioAccess.ALL);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayVoidHistory}. */
    public void requireVoidHistory(Actor actor, long programmeId, long broughtBy) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayVoidHistory(actor, programmeId, broughtBy)) {
            throw Problem.forbidden();
        }
    }

    /** Self-study is logged by the doctor. */
    public boolean mayLogSelfStudy(Actor actor, long programmeId) {
        return portfolioAccess(actor, programmeId) == PortfolioAccess.OWN;
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayLogSelfStudy}. */
    public void requireLogSelfStudy(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayLogSelfStudy(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** The yearly report (årsrapport) is written by the doctor. */
    public boolean mayWriteAnnualReport(Actor actor, long programmeId) {
        return portfolioAccess(actor, programmeId) == PortfolioAccess.OWN;
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayWriteAnnualReport}. */
    public void requireWriteAnnualReport(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayWriteAnnualReport(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** Reports that were sent: the doctor, the main supervisor, STUDIEREKTOR and CLINIC_HEAD of the current clinic. */
    public boolean mayReadReports(Actor actor, long programmeId) {
        return mayReadSupportPlans(actor, programmeId);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayReadReports}. */
    public void requireReadReports(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayReadReports(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** The supervisor's report (handledarrapport) is written by the main supervisor of that day. */
    public boolean mayWriteSupervisorReport(Actor actor, long programmeId) {
        return approverOf(actor, programmeId).contains(IupApprover.MAIN_SUPERVISOR);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayWriteSupervisorReport}. */
    public void requireWriteSupervisorReport(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayWriteSupervisorReport(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** Internal teaching and journal clubs of a clinic are planned and entered by its STUDIEREKTOR and CLINIC_HEAD. */
    public boolean mayKeepTeaching(Actor actor, long clinicId) {
        return leads(actor, clinicId);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayKeepTeaching}. */
    public void requireKeepTeaching(Actor actor, long clinicId) {
        requireReadTeaching(actor, clinicId);
        if (!mayKeepTeaching(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** That and when it is: who works there on the day, and who reads the clinic's figures. */
    public boolean mayReadTeaching(Actor actor, long clinicId) {
        return mayReadCompliance(actor, clinicId)
                || !ofClinic(List.of(actor.personId()), clinicId, today.date()).isEmpty();
    }

    /** Throws {@code NOT_FOUND} unless {@link #mayReadTeaching}. */
    public void requireReadTeaching(Actor actor, long clinicId) {
        if (!mayReadTeaching(actor, clinicId)) {
            throw Problem.notFound();
        }
    }

    /** Those of the people who work at the clinic on the day: its doctors in ST, those placed there, those with a role. */
    public Set<Long> ofClinic(Collection<Long> personIds, long clinicId, java.time.LocalDate day) {
        return personIds.isEmpty() ? Set.of() : Set.copyOf(relations.ofClinic(personIds, clinicId, day));
    }

    /** The questions by which talks are prepared at a clinic are kept by those who hold talks there. */
    public boolean mayKeepTalkQuestions(Actor actor, long clinicId, Role holder) {
        return actor.has(holder, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayKeepTalkQuestions}, {@code NOT_FOUND} to who sees none of its figures. */
    public void requireKeepTalkQuestions(Actor actor, long clinicId, Role holder) {
        requireReadCompliance(actor, clinicId);
        if (!mayKeepTalkQuestions(actor, clinicId, holder)) {
            throw Problem.forbidden();
        }
    }

    /** Signed records are linked to goals afterwards, and unlinked, by the doctor. */
    public boolean mayLinkEvidence(Actor actor, long programmeId) {
        return portfolioAccess(actor, programmeId) == PortfolioAccess.OWN;
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayLinkEvidence}. */
    public void requireLinkEvidence(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayLinkEvidence(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    /** Minutes of a supervision session are for the doctor and that session's supervisor. */
    public boolean mayReadMinutes(Actor actor, long doctorId, long supervisorId) {
        return actor.personId() == doctorId || actor.personId() == supervisorId;
    }

    /** A clinic's figures: STUDIEREKTOR, CLINIC_HEAD, REVIEWER there, OVERALL_STUDIEREKTOR above it. */
    public boolean mayReadCompliance(Actor actor, long clinicId) {
        return mayReadClinicDoctors(actor, clinicId) || actor.has(Role.OVERALL_STUDIEREKTOR, clinicId);
    }

    /** Throws {@code NOT_FOUND} unless {@link #mayReadCompliance}. */
    public void requireReadCompliance(Actor actor, long clinicId) {
        if (!mayReadCompliance(actor, clinicId)) {
            throw Problem.notFound();
        }
    }

    /** Reviews of a clinic and their actions: STUDIEREKTOR and CLINIC_HEAD there, OVERALL_STUDIEREKTOR above it. */
    public boolean mayKeepReviews(Actor actor, long clinicId) {
        return leads(actor, clinicId) || actor.has(Role.OVERALL_STUDIEREKTOR, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayKeepReviews}, {@code NOT_FOUND} to who sees none of its figures. */
    public void requireKeepReviews(Actor actor, long clinicId) {
        requireReadCompliance(actor, clinicId);
        if (!mayKeepReviews(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** An action of a review is worked with by those, and by its owner, who sees that action and nothing else of it. */
    public boolean mayWorkWithAction(Actor actor, long clinicId, @Nullable Long ownerId) {
        return mayKeepReviews(actor, clinicId) || (ownerId != null && ownerId == actor.personId());
    }

    /** Throws as {@link #requireKeepReviews} unless {@link #mayWorkWithAction}. */
    public void requireWorkWithAction(Actor actor, long clinicId, @Nullable Long ownerId) {
        if (!mayWorkWithAction(actor, clinicId, ownerId)) {
            requireKeepReviews(actor, clinicId);
        }
    }

    /** The clinics whose reviews the actor may keep today. */
    public Set<Long> reviewedClinics(Actor actor) {
        Set<Long> clinics = new java.util.HashSet<>(actor.ledClinics());
        clinics.addAll(actor.clinics().getOrDefault(Role.OVERALL_STUDIEREKTOR, Set.of()));
        return clinics;
    }

    /** The clinics whose figures the actor may see today. */
    public List<Long> complianceClinics(Actor actor) {
        return clinics(actor, Role.STUDIEREKTOR, Role.CLINIC_HEAD, Role.REVIEWER, Role.OVERALL_STUDIEREKTOR);
    }

    /** Those of them whose doctors the actor sees behind the figures: not what is only overseen. */
    public List<Long> clinicsWithDoctors(Actor actor) {
        return clinics(actor, Role.STUDIEREKTOR, Role.CLINIC_HEAD, Role.REVIEWER);
    }

    private static List<Long> clinics(Actor actor, Role... roles) {
        return Stream.of(roles)
                .flatMap(role -> actor.clinics().getOrDefault(role, Set.of()).stream())
                .distinct()
                .toList();
    }

    /** The doctors behind a clinic's figures: as above, but not OVERALL_STUDIEREKTOR. */
    public boolean mayReadClinicDoctors(Actor actor, long clinicId) {
        return leads(actor, clinicId) || actor.has(Role.REVIEWER, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayReadClinicDoctors}, {@code NOT_FOUND} to who sees none of its figures. */
    public void requireReadClinicDoctors(Actor actor, long clinicId) {
        requireReadCompliance(actor, clinicId);
        if (!mayReadClinicDoctors(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** Doctors and main supervisors are reminded of targets that are not reached by those who lead the clinic. */
    public boolean mayRemindOfTargets(Actor actor, long clinicId) {
        return leads(actor, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayRemindOfTargets}, {@code NOT_FOUND} to who sees none of its figures. */
    public void requireRemindOfTargets(Actor actor, long clinicId) {
        requireReadCompliance(actor, clinicId);
        if (!mayRemindOfTargets(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** An organisation's own guideline is kept, in versions, by its OVERALL_STUDIEREKTOR. */
    public boolean mayKeepGuideline(Actor actor, long organisationId) {
        return actor.hasAtOrganisation(Role.OVERALL_STUDIEREKTOR, organisationId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayKeepGuideline}. */
    public void requireKeepGuideline(Actor actor, long organisationId) {
        if (!mayKeepGuideline(actor, organisationId)) {
            throw Problem.forbidden();
        }
    }

    /** The organisations whose clinics the actor oversees side by side: as OVERALL_STUDIEREKTOR of it or of one above. */
    public Set<Long> overseen(Actor actor) {
        return actor.organisations().getOrDefault(Role.OVERALL_STUDIEREKTOR, Set.of());
    }

    /** Whether it is one of them. */
    public boolean mayOversee(Actor actor, long organisationId) {
        return overseen(actor).contains(organisationId);
    }

    /** Throws {@code NOT_FOUND} unless {@link #mayOversee}. */
    public void requireOversee(Actor actor, long organisationId) {
        if (!mayOversee(actor, organisationId)) {
            throw Problem.notFound();
        }
    }

    /** The organisations whose guideline the actor keeps. */
    public Set<Long> keptGuidelines(Actor actor) {
        return actor.organisations().getOrDefault(Role.OVERALL_STUDIEREKTOR, Set.of());
    }

    /**
     * What a clinic overrides of its guideline, and the time of its studierektor, is entered by its CLINIC_HEAD and the
     * OVERALL_STUDIEREKTOR above it; not by the STUDIEREKTOR, who is judged by it.
     */
    public boolean mayOverrideGuideline(Actor actor, long clinicId) {
        return actor.has(Role.CLINIC_HEAD, clinicId) || actor.has(Role.OVERALL_STUDIEREKTOR, clinicId);
    }

    /** Throws {@code FORBIDDEN} unless {@link #mayOverrideGuideline}, {@code NOT_FOUND} to who sees none of its figures. */
    public void requireOverrideGuideline(Actor actor, long clinicId) {
        requireReadCompliance(actor, clinicId);
        if (!mayOverrideGuideline(actor, clinicId)) {
            throw Problem.forbidden();
        }
    }

    /** The log of a portfolio: the doctor and the STUDIEREKTOR of the current clinic. */
    public boolean mayReadLog(Actor actor, long programmeId) {
        return relation(actor, programmeId)
                .map(r -> {
                    Long clinicId = r.currentClinicId();
                    return actor.personId() == r.doctorId()
                            || (clinicId != null && actor.has(Role.STUDIEREKTOR, clinicId));
                })
                .orElse(false);
    }

    /** Throws {@code NOT_FOUND} or {@code FORBIDDEN} unless {@link #mayReadLog}. */
    public void requireReadLog(Actor actor, long programmeId) {
        requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (!mayReadLog(actor, programmeId)) {
            throw Problem.forbidden();
        }
    }

    private static boolean leads(Actor actor, @Nullable Long clinicId) {
        return clinicId != null && (actor.has(Role.STUDIEREKTOR, clinicId) || actor.has(Role.CLINIC_HEAD, clinicId));
    }

    private Optional<Relation> relation(Actor actor, long programmeId) {
        return relations.relation(programmeId, actor.personId(), today.date());
    }
}
