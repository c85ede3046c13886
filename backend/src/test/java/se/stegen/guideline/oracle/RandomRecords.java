package se.stegen.guideline.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The records of one programme. */
final class RandomRecords {
    private static final List<String> COMPETENCES =
            List.of("", "", "COMMUNICATION", "SCIENCE,QUALITY", "LEADERSHIP,TEACHING,SUPERVISING");

    private static final List<String> TRANSFERRED = List.of(
            "SUPERVISION",
            "SUPERVISION",
            "ASSESSMENT",
            "ASSESSMENT",
            "IUP_APPROVAL",
            "COLLEGIUM",
            "DEVELOPMENT_TALK",
            "RECONCILIATION",
            "INTRODUCTION",
            "SELF_STUDY");

    private final Random random;
    private final BatchWriter out;
    private final long id;
    private final long doctor;
    private final LocalDate start;
    private final LocalDate last;
    private final List<Long> templates;
    private final List<Long> supervisors;
    private final List<LocalDate> edges;
    private final List<Long> mine = new ArrayList<>();

    RandomRecords(
            Random random,
            BatchWriter out,
            long id,
            long doctor,
            LocalDate start,
            LocalDate last,
            List<Long> templates,
            List<Long> supervisors,
            List<LocalDate> edges) {
        this.random = random;
        this.out = out;
        this.id = id;
        this.doctor = doctor;
        this.start = start;
        this.last = last;
        this.templates = templates;
        this.supervisors = supervisors;
        this.edges = edges;
    }

    void make(long clinic) {
        appointments();
        for (int i = random.nextInt(40); i > 0; i--) {
            session();
        }
        for (int i = random.nextInt(40); i > 0; i--) {
            assessment();
        }
        approvals();
        for (int i = random.nextInt(4); i > 0; i--) {
            collegium(clinic);
        }
        for (int i = random.nextInt(9); i > 0; i--) {
            out.add(
                    "meeting",
                    "programme_id, kind, held_on, state, summary, created_by, created_at",
                    id,
                    List.of("DEVELOPMENT_TALK", "RECONCILIATION", "INTRODUCTION")
                            .get(random.nextInt(3)),
                    random.nextInt(3) == 0 ? start.minusDays(random.nextInt(60)) : day(),
                    random.nextInt(5) == 0 ? "PLANNED" : "HELD",
                    "",
                    doctor,
                    start.atStartOfDay());
        }
        for (int i = random.nextInt(60); i > 0; i--) {
            out.add(
                    "self_study",
                    "programme_id, studied_on, hours, note, created_at",
                    id,
                    day(),
                    BigDecimal.valueOf(25L * (1 + random.nextInt(16)), 2),
                    "",
                    start.atStartOfDay());
        }
        transferred(clinic);
    }

    /** Brought in from elsewhere: on any day, also before the start, some of it taken back. */
    private void transferred(long clinic) {
        int count = random.nextInt(3) == 0 ? random.nextInt(30) : 0;
        if (count == 0) {
            return;
        }
        long batch = out.insert(
                "transfer_batch",
                "clinic_id, programme_id, origin, file_name, record_count, skipped_count, created_by, created_at",
                clinic,
                id,
                "Pärm",
                "",
                count,
                0,
                supervisors.getFirst(),
                last.atStartOfDay());
        for (int i = 0; i < count; i++) {
            String kind = TRANSFERRED.get(random.nextInt(TRANSFERRED.size()));
            LocalDate on = random.nextInt(5) == 0 ? start.minusDays(random.nextInt(60)) : day();
            long record = out.insert(
                    "transferred_record",
                    "batch_id, programme_id, kind, dated_on, signed_by, template_id, hours, note, as_written, line_number,"
                            + " fingerprint",
                    batch,
                    id,
                    kind,
                    on,
                    "",
                    kind.equals("ASSESSMENT") ? templates.get(random.nextInt(templates.size())) : null,
                    kind.equals("SELF_STUDY") ? BigDecimal.valueOf(25L * (1 + random.nextInt(80)), 2) : null,
                    "",
                    "",
                    i + 1,
                    "0".repeat(64));
            if (random.nextInt(9) == 0) {
                out.add(
                        "transferred_voiding",
                        "record_id, voided_by, voided_at, reason",
                        record,
                        supervisors.getFirst(),
                        last.atStartOfDay(),
                        "fel");
            }
        }
    }

    private void appointments() {
        LocalDate from = start.plusDays(random.nextInt(80) - 20L);
        for (int i = random.nextInt(4); i > 0; i--) {
            long person = any();
            mine.add(person);
            LocalDate to = i == 1 && random.nextBoolean() ? null : from.plusDays(random.nextInt(500));
            out.add("main_supervisor", "programme_id, person_id, valid_from, valid_to", id, person, from, to);
            edges.add(from);
            from = to == null ? from : to.plusDays(1L + random.nextInt(40));
        }
        if (random.nextBoolean()) {
            long person = any();
            mine.add(person);
            LocalDate begins = day();
            LocalDate ends = begins.plusDays(random.nextInt(200));
            out.add(
                    "placement",
                    "programme_id, title, supervisor_id, start_date, end_date",
                    id,
                    "X",
                    person,
                    begins,
                    ends);
            edges.add(ends);
        }
    }

    private void session() {
        LocalDate held = day();
        boolean signed = random.nextInt(6) > 0;
        LocalDateTime at = signed ? later(held) : null;
        long record = out.insert(
                "supervision",
                "programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state, created_by, created_at,"
                        + " updated_at, sent_at, signed_at",
                id,
                mine.isEmpty() || random.nextInt(6) == 0 ? any() : mine.get(random.nextInt(mine.size())),
                held,
                false,
                "",
                "",
                signed ? "SIGNED" : random.nextBoolean() ? "SENT" : "DRAFT",
                doctor,
                held.atStartOfDay(),
                held.atStartOfDay(),
                held.atStartOfDay(),
                at);
        voided("SUPERVISION", record, signed);
    }

    private void assessment() {
        LocalDate observed = day();
        boolean signed = random.nextInt(6) > 0;
        boolean link = random.nextInt(4) == 0;
        LocalDateTime sent = observed.plusDays(random.nextInt(3)).atTime(9, 0);
        LocalDateTime at = signed ? later(observed.plusDays(2)) : null;
        String now = signed ? "SIGNED" : random.nextBoolean() ? "SENT" : "RETURNED";
        long record = out.insert(
                "assessment",
                "programme_id, template_id, assessor_id, assessor_email, signing_method, observed_on, context, competences,"
                        + " state, answers, do_more, work_on, created_by, created_at, updated_at, sent_at, signed_at",
                id,
                templates.get(random.nextInt(templates.size())),
                link ? null : any(),
                link ? "x@example.se" : null,
                link && signed ? "LINK" : random.nextBoolean() ? "PIN" : "SIGNED_IN",
                observed,
                "",
                COMPETENCES.get(random.nextInt(COMPETENCES.size())),
                now,
                "{}",
                "",
                "",
                doctor,
                sent,
                sent,
                sent,
                at);
        step(record, "DRAFT", observed.atTime(8, 0));
        step(record, "SENT", sent);
        edges.add(sent.toLocalDate().plusDays(15));
        if (random.nextInt(6) == 0) {
            step(record, "SENT", sent.plusDays(1));
        }
        if (at != null) {
            step(record, "SIGNED", at);
        } else if (now.equals("RETURNED")) {
            step(record, "RETURNED", sent.plusDays(random.nextInt(40)));
        }
        if (link && at != null && random.nextInt(4) > 0) {
            LocalDateTime confirmed = later(at.toLocalDate().plusDays(1));
            out.add(
                    "assessment_confirmation",
                    "assessment_id, confirmed_by, confirmed_at",
                    record,
                    supervisors.getFirst(),
                    confirmed);
            edges.add(confirmed.toLocalDate());
        }
        voided("ASSESSMENT", record, signed);
    }

    private void step(long record, String to, LocalDateTime at) {
        out.add(
                "state_change",
                "record_kind, record_id, from_state, to_state, actor_id, changed_at",
                "ASSESSMENT",
                record,
                "DRAFT",
                to,
                doctor,
                at);
    }

    private void voided(String kind, long record, boolean signed) {
        if (signed && random.nextInt(9) == 0) {
            out.add(
                    "voiding",
                    "record_kind, record_id, voided_by, voided_at, reason",
                    kind,
                    record,
                    supervisors.getFirst(),
                    last.atStartOfDay(),
                    "fel");
        }
    }

    private void approvals() {
        LocalDate on = start.plusDays(random.nextInt(400) - 40L);
        for (int number = 1; number <= random.nextInt(6); number++) {
            long submission = out.insert(
                    "iup_submission",
                    "programme_id, number, content, approvers, sent_by, sent_at",
                    id,
                    number,
                    "{}",
                    "STUDIEREKTOR",
                    doctor,
                    on.atStartOfDay());
            out.add("iup_version", "programme_id, number, submission_id, approved_on", id, number, submission, on);
            edges.add(on);
            on = on.plusDays(random.nextInt(400));
        }
    }

    private void collegium(long clinic) {
        LocalDate on = day();
        long meeting = out.insert(
                "collegium",
                "clinic_id, meets_on, state, created_by, created_at",
                clinic,
                on,
                random.nextInt(5) == 0 ? "PLANNED" : "CLOSED",
                doctor,
                on.atStartOfDay());
        if (random.nextInt(6) > 0) {
            out.add(
                    "collegium_outcome",
                    "collegium_id, programme_id, judgement, strengths, development, updated_at",
                    meeting,
                    id,
                    "ON_TRACK",
                    "",
                    "",
                    on.atStartOfDay());
        }
    }

    /** Minutes to weeks later, often near midnight: 22 or 23 UTC is the next day in Sweden. */
    private LocalDateTime later(LocalDate day) {
        return day.plusDays(random.nextBoolean() ? 0 : random.nextInt(60))
                .atTime(random.nextBoolean() ? 21 + random.nextInt(3) : 12, random.nextInt(60));
    }

    private long any() {
        return supervisors.get(random.nextInt(supervisors.size()));
    }

    private LocalDate day() {
        LocalDate day = start.plusDays(random.nextInt(1500) - 100L);
        if (random.nextInt(4) == 0) {
            edges.add(day);
        }
        return day;
    }
}
