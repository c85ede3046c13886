package se.stegen.demo;

import java.sql.SQLException;
import java.time.LocalDate;

/**
 * What the demo's doctors have reached: goals of placements, records linked afterwards, attestations. Follows from the
 * records alone, without chance of its own, so that everything else of the demo stays as it is.
 */
final class DemoGoals {
    private static final String SHOWN = "SELECT s.programme_id, g.goal_code, s.signed_at FROM supervision s"
            + " JOIN supervision_goal g ON g.supervision_id = s.id WHERE s.state = 'SIGNED'"
            + " UNION ALL SELECT a.programme_id, g.goal_code, a.signed_at FROM assessment a"
            + " JOIN assessment_goal g ON g.assessment_id = a.id WHERE a.state = 'SIGNED'";

    private DemoGoals() {}

    /** For a region whose records are written and signed. */
    static void fill(DemoWriter out, LocalDate day) throws SQLException {
        placements(out);
        links(out);
        attestations(out, day);
    }

    private static void placements(DemoWriter out) throws SQLException {
        out.execute("INSERT IGNORE INTO placement_goal (placement_id, goal_code)"
                + " SELECT l.id, g.code FROM placement l JOIN programme p ON p.id = l.programme_id"
                + " JOIN goal g ON g.curriculum_id = p.curriculum_id"
                + " WHERE g.goal_group = 'C' AND (g.sort_order + l.id) % 4 = 0");
    }

    /** Every third doctor, and the named one, has linked the latest assessment to the first b-goal. */
    private static void links(DemoWriter out) throws SQLException {
        out.execute("INSERT INTO goal_evidence (programme_id, goal_code, record_kind, record_id, linked_by, linked_at)"
                + " SELECT p.id, b.code, 'ASSESSMENT', a.id, p.person_id, a.signed_at + INTERVAL 3 DAY FROM programme p"
                + " JOIN person d ON d.id = p.person_id"
                + " JOIN goal b ON b.curriculum_id = p.curriculum_id AND b.goal_group = 'B'"
                + " AND NOT EXISTS (SELECT 1 FROM goal c WHERE c.curriculum_id = b.curriculum_id"
                + " AND c.goal_group = 'B' AND c.sort_order < b.sort_order)"
                + " JOIN assessment a ON a.id = (SELECT x.id FROM assessment x WHERE x.programme_id = p.id"
                + " AND x.state = 'SIGNED' ORDER BY x.observed_on DESC, x.id DESC LIMIT 1)"
                + " WHERE (p.id % 3 = 0 OR d.username = 'st') AND NOT EXISTS (SELECT 1 FROM assessment_goal g"
                + " WHERE g.assessment_id = a.id AND g.goal_code = b.code)");
    }

    /** What at least two records show was attested two weeks after the last; the named doctor's last one taken back. */
    private static void attestations(DemoWriter out, LocalDate day) throws SQLException {
        out.execute(
                "INSERT INTO goal_attestation (programme_id, curriculum_id, goal_code, statement, attested_by,"
                        + " attested_at, attested_on)"
                        + " SELECT p.id, p.curriculum_id, t.goal_code, CASE p.id % 3 WHEN 0 THEN ? WHEN 1 THEN ? ELSE ? END,"
                        + " m.person_id, t.last + INTERVAL 14 DAY, DATE(t.last + INTERVAL 14 DAY)"
                        + " FROM (SELECT r.programme_id, r.goal_code, MAX(r.signed_at) AS last FROM (" + SHOWN + ") r"
                        + " GROUP BY r.programme_id, r.goal_code HAVING COUNT(*) >= 2 AND MAX(r.signed_at) < ?) t"
                        + " JOIN programme p ON p.id = t.programme_id"
                        + " JOIN main_supervisor m ON m.programme_id = p.id ORDER BY p.id, t.last, t.goal_code",
                "Genomgånget på handledningen, och jag har sett det i vardagen.",
                "Bedömt vid upprepade tillfällen. Når målbeskrivningens krav.",
                "Kontrollerat mot bedömningarna och i samtal.",
                day.minusDays(30).atStartOfDay());
        out.execute("INSERT INTO goal_attestation_evidence (attestation_id, record_kind, record_id)"
                + " SELECT n.id, 'SUPERVISION', s.id FROM goal_attestation n"
                + " JOIN supervision s ON s.programme_id = n.programme_id AND s.state = 'SIGNED'"
                + " JOIN supervision_goal g ON g.supervision_id = s.id AND g.goal_code = n.goal_code"
                + " WHERE s.signed_at <= n.attested_at");
        out.execute("INSERT INTO goal_attestation_evidence (attestation_id, record_kind, record_id)"
                + " SELECT n.id, 'ASSESSMENT', a.id FROM goal_attestation n"
                + " JOIN assessment a ON a.programme_id = n.programme_id AND a.state = 'SIGNED'"
                + " JOIN assessment_goal g ON g.assessment_id = a.id AND g.goal_code = n.goal_code"
                + " WHERE a.signed_at <= n.attested_at");
        out.execute(
                "INSERT INTO goal_attestation_withdrawal (attestation_id, withdrawn_by, withdrawn_at, reason)"
                        + " SELECT n.id, n.attested_by, n.attested_at + INTERVAL 7 DAY, ? FROM goal_attestation n"
                        + " WHERE n.id = (SELECT MAX(x.id) FROM goal_attestation x"
                        + " JOIN programme p ON p.id = x.programme_id JOIN person d ON d.id = p.person_id"
                        + " WHERE d.username = 'st')",
                "Jag intygade fel delmål. Vi tar det vid nästa samtal.");
    }
}
