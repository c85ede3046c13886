package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A standing's figures in one short line of text, and back: {@code SUPERVISION=d,GREEN,12,13;EXTERNAL_REVIEW=r,RED,,;…}. What
 * is null is empty.
 */
final class StandingText {
    private static final int FINGERPRINT = 16;

    private StandingText() {}

    static String write(Map<IndicatorCode, ClinicStanding.Figure> figures) {
        return figures.entrySet().stream()
                .map(one -> one.getKey().name() + "=" + write(one.getValue()))
                .collect(Collectors.joining(";"));
    }

    private static String write(ClinicStanding.Figure figure) {
        return switch (figure) {
            case ClinicStanding.OfDoctors(LightStatus status, int met, int applicable) ->
                join("d", status, met, applicable);
            case ClinicStanding.Amount(LightStatus status, BigDecimal have, BigDecimal wanted) ->
                join("a", status, have, wanted);
            case ClinicStanding.Due(LightStatus status, LocalDate last, LocalDate due) -> join("r", status, last, due);
        };
    }

    private static String join(String kind, LightStatus status, @Nullable Object one, @Nullable Object other) {
        return kind + "," + status + "," + (one == null ? "" : one) + "," + (other == null ? "" : other);
    }

    static Map<IndicatorCode, ClinicStanding.Figure> read(String text) {
        Map<IndicatorCode, ClinicStanding.Figure> figures = new EnumMap<>(IndicatorCode.class);
        for (String one : text.split(";")) {
            int equals = one.indexOf('=');
            figures.put(IndicatorCode.valueOf(one.substring(0, equals)), figure(one.substring(equals + 1)));
        }
        return figures;
    }

    private static ClinicStanding.Figure figure(String text) {
        String[] parts = text.split(",", -1);
        LightStatus status = LightStatus.valueOf(parts[1]);
        return switch (parts[0]) {
            case "d" -> new ClinicStanding.OfDoctors(status, Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
            case "a" -> new ClinicStanding.Amount(status, number(parts[2]), number(parts[3]));
            default -> new ClinicStanding.Due(status, day(parts[2]), day(parts[3]));
        };
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** The same for two profiles only where they ask for the same. */
    static String fingerprint(@Nullable GuidelineProfile profile) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(profile).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
