package se.stegen.proof;

import java.util.List;
import java.util.Set;

/**
 * One kind of signed record: where its rows are and who signed them, as SQL over the alias {@code x}.
 *
 * @param kind the kind
 * @param table its own table
 * @param from joins and a condition that holds for signed rows, from {@code FROM} on
 * @param id the record's key
 * @param part which of several rows with that key; {@code ''} where there is one
 * @param programmeId whose portfolio
 * @param signerId who signed; may be NULL
 * @param signerName the signer's name
 * @param role what the signer was to the doctor on that day
 * @param method how the signer was known
 * @param signedAt when, UTC
 * @param parts everything that is frozen
 * @param erase what a lawful deletion removes, in order: {@code ?} for the key, a second one for the part
 */
public record SignedTable(
        SignatureKind kind,
        String table,
        String from,
        String id,
        String part,
        String programmeId,
        String signerId,
        String signerName,
        String role,
        String method,
        String signedAt,
        List<Part> parts,
        List<String> erase) {

    /**
     * Rows of one table that are frozen with a record: every column of them, so that a column that comes later is covered,
     * too.
     *
     * @param member name in the content
     * @param table the table of the alias {@code x}
     * @param from joins, from {@code FROM} on, without condition
     * @param id the signed record's key
     * @param part the signed record's part
     * @param order the rows' order, by a key
     * @param columns the only columns that count; empty for all
     * @param hashed long texts of which the SHA-256 is frozen
     * @param many whether there can be several rows, or none
     */
    public record Part(
            String member,
            String table,
            String from,
            String id,
            String part,
            String order,
            Set<String> columns,
            Set<String> hashed,
            boolean many) {

        /** The one row of a table that is the record itself. */
        public static Part row(String table, String id, String part) {
            return new Part(table, table, "FROM " + table + " x", id, part, id, Set.of(), Set.of(), false);
        }

        /** The rows of a table that belong to the record. */
        public static Part rows(String table, String id, String order) {
            return new Part(table, table, "FROM " + table + " x", id, "''", order, Set.of(), Set.of(), true);
        }

        /** The rows of a table that belong to the record by way of another table. */
        public static Part rowsOf(String table, String from, String id, String order) {
            return new Part(table, table, from, id, "''", order, Set.of(), Set.of(), true);
        }

        /** One row of another table that the record points at. */
        public static Part joined(String table, String from, String id, String part) {
            return new Part(table, table, from, id, part, id, Set.of(), Set.of(), false);
        }

        /** Whose portfolio it is: the programme's key and its doctor. */
        public static Part doctor(String from, String id, String part) {
            return new Part("programme", "programme", from, id, part, id, Set.of("id", "person_id"), Set.of(), false);
        }

        /** The same, with texts of which only the SHA-256 is frozen. */
        public Part hashing(String... texts) {
            return new Part(member, table, from, id, part, order, columns, Set.of(texts), many);
        }
    }

    /** A role's name, with MAIN_SUPERVISOR added where the person was that on the day. */
    public static String withMainSupervisor(String role, String programmeId, String personId, String at) {
        return "CASE WHEN EXISTS (SELECT 1 FROM main_supervisor m WHERE m.programme_id = " + programmeId
                + " AND m.person_id = " + personId + " AND m.valid_from <= DATE(" + at + ")"
                + " AND (m.valid_to IS NULL OR m.valid_to >= DATE(" + at + ")))"
                + " THEN '" + role + "+MAIN_SUPERVISOR' ELSE '" + role + "' END";
    }
}
