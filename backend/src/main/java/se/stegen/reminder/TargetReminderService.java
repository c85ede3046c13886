package se.stegen.reminder;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.guideline.ClinicCompliance;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.TraineeCompliance;
import se.stegen.notification.Mail;
import se.stegen.notification.Outbox;
import se.stegen.notification.PublicAddress;
import se.stegen.reminder.TargetReminder.Outcome;
import se.stegen.reminder.TargetReminderRepository.Latest;
import se.stegen.reminder.TargetReminderRepository.Recipients;

/**
 * Reminds doctors and their main supervisors of a target that is not reached, singly or many at once: by mail with a link, at
 * most once a week for each doctor and target. The mail says who reminds, where and of what; no figure, and of nobody else.
 */
@Singleton
public class TargetReminderService {
    /** Doctors of one call at most. */
    public static final int MOST = 500;

    private static final String KIND = "TARGET_REMINDER";

    private final AccessPolicy access;
    private final AccessLog log;
    private final TargetReminderRepository rows;
    private final ComplianceService compliance;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Today today;

    TargetReminderService(
            AccessPolicy access,
            AccessLog log,
            TargetReminderRepository rows,
            ComplianceService compliance,
            Outbox outbox,
            PublicAddress address,
            Today today) {
        this.access = access;
        this.log = log;
        this.rows = rows;
        this.compliance = compliance;
        this.outbox = outbox;
        this.address = address;
        this.today = today;
    }

    /** Whether the actor reminds a clinic's doctors. */
    public boolean mayRemind(Actor actor, long clinicId) {
        return access.mayRemindOfTargets(actor, clinicId);
    }

    /**
     * The doctors of a clinic who do not reach a target today, by name, and who was reminded when.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public List<TargetReminder> missing(Actor actor, long clinicId, IndicatorCode code) {
        access.requireRemindOfTargets(actor, clinicId);
        Map<Long, TraineeCompliance> missing = missed(compliance.clinic(actor, clinicId, null), code);
        Map<Long, Latest> latest = latest(missing.keySet(), code);
        LocalDate week = week();
        return missing.values().stream()
                .map(doctor -> {
                    Latest last = latest.get(doctor.traineeId());
                    boolean done = last != null && last.weekStart().equals(week);
                    return reminder(doctor, done ? Outcome.THIS_WEEK : Outcome.OPEN, last);
                })
                .toList();
    }

    /**
     * Reminds them.
     *
     * @param programmeIds whom; at most {@link #MOST}
     * @param toDoctor the doctors
     * @param toSupervisor their main supervisors of today
     * @return what came of each, in the order of the clinic's list; who is not at the clinic is left out
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code UNKNOWN_CODE} on {@code code} where a reminder helps nobody;
     *     {@code REQUIRED} on {@code traineeIds} or {@code to}; {@code TOO_MANY_ROWS}
     */
    @Transactional
    public List<TargetReminder> remind(
            Actor actor,
            long clinicId,
            IndicatorCode code,
            Collection<Long> programmeIds,
            boolean toDoctor,
            boolean toSupervisor) {
        access.requireRemindOfTargets(actor, clinicId);
        if (!TargetReminder.remindable(code)) {
            throw Problem.field("code", ProblemCode.UNKNOWN_CODE, code.name());
        }
        if (programmeIds.isEmpty()) {
            throw Problem.field("traineeIds", ProblemCode.REQUIRED);
        }
        if (!toDoctor && !toSupervisor) {
            throw Problem.field("to", ProblemCode.REQUIRED);
        }
        if (programmeIds.size() > MOST) {
            throw Problem.field("traineeIds", ProblemCode.TOO_MANY_ROWS, MOST);
        }
        Set<Long> wanted = new HashSet<>(programmeIds);
        ClinicCompliance clinic = compliance.clinic(actor, clinicId, null);
        List<TraineeCompliance> chosen = clinic.trainees().stream()
                .filter(doctor -> wanted.contains(doctor.traineeId()))
                .toList();
        if (chosen.isEmpty()) {
            return List.of();
        }
        List<Long> ids = chosen.stream().map(TraineeCompliance::traineeId).toList();
        rows.hold(ids);
        Map<Long, TraineeCompliance> missing = missed(clinic, code);
        Map<Long, Latest> latest = latest(ids, code);
        Map<Long, Recipients> recipients = rows.recipients(ids, today.date()).stream()
                .collect(Collectors.toMap(Recipients::programmeId, Function.identity(), (one, two) -> one));
        List<TargetReminder> reminders = new ArrayList<>();
        for (TraineeCompliance doctor : chosen) {
            Latest last = latest.get(doctor.traineeId());
            Recipients to = recipients.get(doctor.traineeId());
            if (!missing.containsKey(doctor.traineeId())) {
                reminders.add(reminder(doctor, Outcome.REACHED, last));
            } else if (last != null && last.weekStart().equals(week())) {
                reminders.add(reminder(doctor, Outcome.THIS_WEEK, last));
            } else if (to == null || (!toDoctor && to.supervisorEmail() == null)) {
                reminders.add(reminder(doctor, Outcome.NOBODY, last));
            } else {
                reminders.add(remind(actor, clinic, code, doctor, to, toDoctor, toSupervisor));
            }
        }
        return reminders;
    }

    private TargetReminder remind(
            Actor actor,
            ClinicCompliance clinic,
            IndicatorCode code,
            TraineeCompliance doctor,
            Recipients to,
            boolean toDoctor,
            boolean toSupervisor) {
        String path = TargetReminder.PLACES.get(code) + doctor.traineeId();
        if (toDoctor) {
            outbox.queue(mail(actor, clinic, code, to.doctorEmail(), to.doctorLocale(), "doctor", path));
        }
        String email = to.supervisorEmail();
        String locale = to.supervisorLocale();
        boolean supervisorToo = toSupervisor && email != null && locale != null;
        if (supervisorToo && email != null && locale != null) {
            outbox.queue(mail(actor, clinic, code, email, locale, "supervisor", path));
        }
        rows.save(new TargetReminderRepository.Row(
                0,
                doctor.traineeId(),
                code.name(),
                week(),
                clinic.clinicId(),
                toDoctor,
                supervisorToo,
                actor.personId(),
                today.utc()));
        log.portfolio(actor, doctor.traineeId(), Action.REMIND, KIND, null);
        return new TargetReminder(
                doctor.traineeId(),
                doctor.name(),
                to.supervisorName(),
                Outcome.REMINDED,
                toDoctor,
                supervisorToo,
                actor.name(),
                today.utc());
    }

    /** Who, where and of what, and the link; whose portfolio it is the link shows after signing in. */
    private Mail mail(
            Actor actor,
            ClinicCompliance clinic,
            IndicatorCode code,
            String email,
            String language,
            String to,
            String path) {
        Locale locale = Messages.supported(Locale.forLanguageTag(language));
        String target = Messages.get(locale, "indicator." + code);
        return Mail.to(email, locale, Messages.get(locale, "mail.target.subject", target))
                .words(Messages.get(locale, "mail.target." + to, actor.name(), clinic.clinicName(), target))
                .link(Messages.get(locale, "mail.target.open"), address.of(path))
                .askedBy(actor.personId());
    }

    private Map<Long, TraineeCompliance> missed(ClinicCompliance clinic, IndicatorCode code) {
        return clinic.trainees().stream()
                .filter(doctor -> doctor.indicators().stream().anyMatch(one -> one.code() == code && !one.met()))
                .collect(Collectors.toMap(
                        TraineeCompliance::traineeId, Function.identity(), (one, two) -> one, LinkedHashMap::new));
    }

    private Map<Long, Latest> latest(Collection<Long> programmeIds, IndicatorCode code) {
        return programmeIds.isEmpty()
                ? Map.of()
                : rows.latest(List.copyOf(programmeIds), code.name()).stream()
                        .collect(Collectors.toMap(Latest::programmeId, Function.identity()));
    }

    private LocalDate week() {
        return today.date().with(DayOfWeek.MONDAY);
    }

    private static TargetReminder reminder(TraineeCompliance doctor, Outcome outcome, @Nullable Latest last) {
        return new TargetReminder(
                doctor.traineeId(),
                doctor.name(),
                doctor.supervisorName(),
                outcome,
                last != null && last.toDoctor(),
                last != null && last.toSupervisor(),
                last == null ? null : last.remindedBy(),
                last == null ? null : last.remindedAt());
    }
}
