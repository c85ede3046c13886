package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.stegen.common.Problem.FieldError;
import se.stegen.common.ProblemCode;

/** What a record has to be to be brought in, whatever way it comes. Pure: what is known is given. */
final class TransferRules {
    /** Greatest number of records of one call or file. */
    static final int MOST = 5_000;

    static final int SIGNED_BY = 200;
    static final int NOTE = 2_000;
    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
    private static final BigDecimal QUARTERS = new BigDecimal(4);
    private static final BigDecimal MOST_HOURS = new BigDecimal("999.75");

    private TransferRules() {}

    /**
     * What a record is held against.
     *
     * @param goals codes of the doctor's curriculum
     * @param templates keys of the newest version of each form by its code
     */
    record Known(LocalDate today, Set<String> goals, Map<String, Long> templates) {}

    /** A record that may be brought in. */
    record Checked(
            TransferredKind kind,
            LocalDate date,
            String signedBy,
            @Nullable Long templateId,
            List<String> goalCodes,
            @Nullable BigDecimal hours,
            String note,
            String fingerprint) {}

    /**
     * The record, or nothing where it is refused.
     *
     * @param path what stands before the names of its fields, such as {@code records[3].}
     * @param errors why it is refused is added here
     */
    static Optional<Checked> check(String path, TransferredData data, Known known, List<FieldError> errors) {
        int before = errors.size();
        TransferredKind kind = kind(path, data.kind(), errors);
        LocalDate date = data.date();
        if (date == null) {
            errors.add(new FieldError(path + "date", ProblemCode.REQUIRED));
        } else if (date.isAfter(known.today())) {
            errors.add(new FieldError(path + "date", ProblemCode.DATE_IN_FUTURE));
        } else if (date.isBefore(EARLIEST)) {
            errors.add(new FieldError(path + "date", ProblemCode.OUT_OF_RANGE));
        }
        String signedBy = text(path + "signedBy", data.signedBy(), SIGNED_BY, errors);
        String note = text(path + "note", data.note(), NOTE, errors);
        Long template = template(path + "templateCode", kind, data.templateCode(), known.templates(), errors);
        for (String code : data.goalCodes()) {
            if (!known.goals().contains(code)) {
                errors.add(new FieldError(path + "goalCodes", ProblemCode.UNKNOWN_CODE, List.of(code)));
            }
        }
        BigDecimal hours = hours(path + "hours", kind, data.hours(), errors);
        if (errors.size() > before || kind == null || date == null) {
            return Optional.empty();
        }
        List<String> goals = data.goalCodes().stream().distinct().sorted().toList();
        return Optional.of(new Checked(
                kind,
                date,
                signedBy,
                template,
                goals,
                hours,
                note,
                fingerprint(kind, date, signedBy, data.templateCode(), goals, hours, note)));
    }

    private static @Nullable TransferredKind kind(String path, @Nullable String given, List<FieldError> errors) {
        if (given == null || given.isBlank()) {
            errors.add(new FieldError(path + "kind", ProblemCode.REQUIRED));
            return null;
        }
        for (TransferredKind kind : TransferredKind.values()) {
            if (kind.name().equals(given.strip())) {
                return kind;
            }
        }
        errors.add(new FieldError(path + "kind", ProblemCode.UNKNOWN_CODE, List.of(given)));
        return null;
    }

    private static String text(String field, @Nullable String given, int most, List<FieldError> errors) {
        String text = given == null ? "" : given.strip();
        if (text.length() > most) {
            errors.add(new FieldError(field, ProblemCode.TOO_LONG, List.of(most)));
        }
        return text;
    }

    private static @Nullable Long template(
            String field,
            @Nullable TransferredKind kind,
            @Nullable String code,
            Map<String, Long> templates,
            List<FieldError> errors) {
        if (code == null || code.isBlank()) {
            if (kind == TransferredKind.ASSESSMENT) {
                errors.add(new FieldError(field, ProblemCode.REQUIRED));
            }
            return null;
        }
        Long id = templates.get(code.strip());
        if (id == null) {
            errors.add(new FieldError(field, ProblemCode.UNKNOWN_CODE, List.of(code)));
        }
        return id;
    }

    /** In quarters; a row of a binder may be a whole term's, so that a day is no limit. */
    private static @Nullable BigDecimal hours(
            String field, @Nullable TransferredKind kind, @Nullable BigDecimal given, List<FieldError> errors) {
        if (given == null) {
            if (kind == TransferredKind.SELF_STUDY) {
                errors.add(new FieldError(field, ProblemCode.REQUIRED));
            }
            return null;
        }
        boolean quarters = given.multiply(QUARTERS).stripTrailingZeros().scale() <= 0;
        if (given.signum() <= 0 || given.compareTo(MOST_HOURS) > 0 || !quarters) {
            errors.add(new FieldError(field, ProblemCode.TRANSFERRED_HOURS));
            return null;
        }
        return given.setScale(2);
    }

    /** By which a record that is equal in every field is found; the order of goals says nothing. */
    private static String fingerprint(
            TransferredKind kind,
            LocalDate date,
            String signedBy,
            @Nullable String templateCode,
            List<String> goals,
            @Nullable BigDecimal hours,
            String note) {
        String fields = String.join(
                "\0",
                kind.name(),
                date.toString(),
                signedBy,
                templateCode == null ? "" : templateCode.strip(),
                String.join(",", goals),
                hours == null ? "" : hours.toPlainString(),
                note);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(fields.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
