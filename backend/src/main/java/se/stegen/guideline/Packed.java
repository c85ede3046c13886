package se.stegen.guideline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.stegen.common.Today;

/**
 * Records that the database packs into one row per doctor: JSON_ARRAYAGG, which MySQL and MariaDB have alike, of
 * strings whose parts stand between colons. Reading a row costs some ten times what one of its records does.
 */
final class Packed {
    /** What TO_DAYS gives for 1970-01-01. */
    private static final long DAYS_BEFORE_1970 = 719_528;

    private Packed() {}

    /** The records of an array of strings without escapes, each as its parts. */
    static List<List<String>> records(String array) {
        List<List<String>> records = new ArrayList<>();
        int begin = array.indexOf('"');
        while (begin >= 0) {
            int end = array.indexOf('"', begin + 1);
            records.add(parts(array.substring(begin + 1, end), ':'));
            begin = array.indexOf('"', end + 1);
        }
        return records;
    }

    /** The day of what TO_DAYS gives. */
    static LocalDate day(String days) {
        return LocalDate.ofEpochDay(Long.parseLong(days) - DAYS_BEFORE_1970);
    }

    /** The day in Sweden of a number of seconds since 1970 in UTC. */
    static LocalDate swedishDay(String seconds) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(seconds)), Today.SWEDEN);
    }

    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, begin)) {
            parts.add(text.substring(begin, end));
            begin = end + 1;
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
