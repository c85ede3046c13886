package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.stegen.common.Messages;

/**
 * Which clinics of an organisation's table are shown, and in which order.
 *
 * @param group specialty group; empty shows all
 * @param text part of a clinic's or its organisation's name; empty shows all
 * @param show by the lights
 * @param sort the code by which they are sorted; null sorts by name
 * @param descending whether the best stand first, or the names backwards
 */
public record OrganisationSelection(
        String group, String text, Show show, @Nullable IndicatorCode sort, boolean descending) {
    private static final String NAME = "name";

    /** Everything, by name. */
    public static final OrganisationSelection ALL = new OrganisationSelection("", "", Show.ALL, null, false);

    /** By the lights that the guideline asks for. */
    public enum Show {
        /** Every clinic. */
        ALL,
        /** With at least one red light. */
        RED,
        /** With at least one that is not green. */
        NOT_GREEN;

        /** The choice of a name such as {@code red}; empty where there is none. */
        public static Optional<Show> of(String name) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /**
     * The same, sorted: by {@code name} or a code, or backwards with a hyphen before it; empty where there is no such order.
     */
    public Optional<OrganisationSelection> sorted(String order) {
        boolean down = order.startsWith("-");
        String by = down ? order.substring(1) : order;
        if (by.equals(NAME)) {
            return Optional.of(new OrganisationSelection(group, text, show, null, down));
        }
        return Arrays.stream(IndicatorCode.values())
                .filter(code -> code.name().equals(by))
                .findFirst()
                .map(code -> new OrganisationSelection(group, text, show, code, down));
    }

    /** How {@link #sorted} names this order. */
    public String order() {
        return (descending ? "-" : "") + (sort == null ? NAME : sort.name());
    }

    /**
     * Those of the clinics, in order. Their pooled line is of what is shown alone: of some clinics a sum that counted what
     * is kept would give it away (decision 028).
     */
    public OrganisationCompliance of(OrganisationCompliance table, Locale locale) {
        String part = text.strip().toLowerCase(Messages.SWEDISH);
        List<OrganisationCompliance.Line> chosen = table.clinics().stream()
                .filter(line -> group.isEmpty() || group.equals(line.group()))
                .filter(line -> part.isEmpty()
                        || line.name().toLowerCase(Messages.SWEDISH).contains(part)
                        || line.organisationName().toLowerCase(Messages.SWEDISH).contains(part))
                .filter(this::shows)
                .sorted(comparator())
                .toList();
        boolean whole = table.whole() && chosen.size() == table.clinics().size();
        return new OrganisationCompliance(
                table.organisationId(),
                table.organisationName(),
                table.date(),
                table.asked(),
                chosen,
                whole ? table.pooled() : Pooled.shown(table, chosen, locale),
                table.greenFrom(),
                table.yellowFrom(),
                whole);
    }

    private boolean shows(OrganisationCompliance.Line line) {
        return switch (show) {
            case ALL -> true;
            case RED -> has(line, LightStatus.RED);
            case NOT_GREEN -> has(line, LightStatus.RED) || has(line, LightStatus.YELLOW);
        };
    }

    private static boolean has(OrganisationCompliance.Line line, LightStatus status) {
        return line.indicators().stream().anyMatch(light -> light.asked() && light.status() == status);
    }

    /** Worst first; what does not apply after it, and last what is kept, so that its place says nothing of it. */
    private Comparator<OrganisationCompliance.Line> comparator() {
        Comparator<OrganisationCompliance.Line> byName =
                Comparator.comparing(OrganisationCompliance.Line::name, Collator.getInstance(Messages.SWEDISH));
        Comparator<OrganisationCompliance.Line> byId = Comparator.comparingLong(OrganisationCompliance.Line::clinicId);
        IndicatorCode code = sort;
        if (code == null) {
            return (descending ? byName.reversed() : byName).thenComparing(byId);
        }
        Comparator<OrganisationCompliance.Line> worst = Comparator.<OrganisationCompliance.Line>comparingInt(
                        line -> rank(line.light(code)))
                .thenComparingDouble(line -> share(line.light(code)));
        return Comparator.<OrganisationCompliance.Line>comparingInt(line -> place(line.light(code)))
                .thenComparing(descending ? worst.reversed() : worst)
                .thenComparing(byName)
                .thenComparing(byId);
    }

    private static int place(Indicator light) {
        return light.suppressed() ? 2 : light.status() == LightStatus.NOT_APPLICABLE ? 1 : 0;
    }

    private static int rank(Indicator light) {
        return switch (light.status()) {
            case RED -> 0;
            case YELLOW -> 1;
            case GREEN, NOT_APPLICABLE -> 2;
        };
    }

    private static double share(Indicator light) {
        Double share = light.share();
        return share == null ? 0 : share;
    }
}
