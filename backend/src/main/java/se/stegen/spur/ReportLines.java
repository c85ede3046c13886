package se.stegen.spur;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of an extracted text and how they become sentences again. Pure. */
final class ReportLines {
    private static final Pattern PAGE = Pattern.compile("(?i)sida \\d+( ?(av|\\(|/) ?\\d+\\)?)?");
    private static final Pattern NEW_PARAGRAPH = Pattern.compile("(\\d{1,2}[.)]|[•·▪–*-]) .*");
    private static final Pattern AND = Pattern.compile("(och|eller|samt|resp)\\b.*");
    private static final int MOST_TITLE_LINES = 3;

    private ReportLines() {}

    /** The lines that have something in them; extraction puts empty ones between wrapped lines, so they mean nothing. */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("[\\r\\n\\t\\f\\u2028\\u2029]", -1)) {
            String clean = line.replaceAll("[\\s\\u00a0]+", " ").strip();
            if (!clean.isEmpty() && !PAGE.matcher(clean).matches()) {
                lines.add(clean);
            }
        }
        return lines;
    }

    /** Wrapped lines as a text: numbered and bulleted ones begin anew, divided words are whole again. */
    static String join(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.isEmpty()) {
                text.append(line);
            } else if (NEW_PARAGRAPH.matcher(line).matches()) {
                text.append('\n').append(line);
            } else if (text.charAt(text.length() - 1) == '\u00ad') {
                text.setLength(text.length() - 1);
                text.append(line);
            } else if (endsInDivision(text)
                    && Character.isLetter(line.charAt(0))
                    && !AND.matcher(line).matches()) {
                text.append(line);
            } else {
                text.append(' ').append(line);
            }
        }
        return text.toString();
    }

    private static boolean endsInDivision(StringBuilder text) {
        int end = text.length() - 1;
        return end > 0 && text.charAt(end) == '-' && Character.isLetter(text.charAt(end - 1));
    }

    /** An area's heading in the lines. */
    record Heading(Area area, int lines) {}

    /**
     * The heading that begins at a line: the area's name alone, wrapped or not, with or without its letter.
     *
     * @param lettered whether the letter is asked for
     */
    static Optional<Heading> heading(List<String> lines, int at, boolean lettered) {
        String first = lines.get(at);
        boolean hasLetter = first.matches("[A-H][.):]? .*");
        if (lettered && !hasLetter) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder(hasLetter ? first.substring(1) : first);
        for (int count = 1; count <= MOST_TITLE_LINES; count++) {
            String plain = plain(words.toString());
            for (Area area : Area.values()) {
                if (area.titles().stream().anyMatch(title -> plain(title).equals(plain))
                        && (!hasLetter || first.charAt(0) == area.name().charAt(0))) {
                    return Optional.of(new Heading(area, count));
                }
            }
            if (at + count >= lines.size()) {
                break;
            }
            words.append(lines.get(at + count));
        }
        return Optional.empty();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
