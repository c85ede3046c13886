package se.stegen.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import se.stegen.access.PasswordHasher;
import se.stegen.database.RunningDatabase;

/**
 * Whom and what the bench uses of the demo region.
 *
 * @param doctors who write drafts
 * @param leaders who look at clinics; the first one leads them all
 * @param clinics every clinic
 * @param toSign sessions that wait for a signature
 * @param assessors colleagues with an account who can be asked
 */
record Region(
        List<Doctor> doctors, List<Leader> leaders, List<Long> clinics, List<ToSign> toSign, List<Assessor> assessors) {
    static final String PASSWORD = "ett lösenord för mätningen";
    static final String OVERALL = "overstudierektor";

    /** A doctor in ST. */
    record Doctor(String username, long programme, long assessment) {}

    /** A clinic's studierektor or head; {@code programme} is one of the doctors there, 0 where one may not read them. */
    record Leader(String username, long clinic, long programme, long assessment) {}

    /** A session, who may sign it, and the clinic where the doctor is. */
    record ToSign(long id, String username, long clinic) {}

    /** Who can be asked to assess. */
    record Assessor(String username, long person) {}

    private static final String ASSESSMENT =
            "(SELECT MIN(a.id) FROM assessment a WHERE a.programme_id = p.id AND a.state = 'SIGNED')";

    /** Reads the database and gives everybody who is needed a password. */
    static Region prepare(RunningDatabase database, int doctors, int leaders, int assessors) throws SQLException {
        try (Connection owner =
                DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword())) {
            List<Doctor> writers = new ArrayList<>();
            try (PreparedStatement query = owner.prepareStatement("SELECT u.username, p.id, " + ASSESSMENT
                    + " AS assessment FROM programme p JOIN person u ON u.id = p.person_id"
                    + " WHERE EXISTS (SELECT 1 FROM main_supervisor m WHERE m.programme_id = p.id AND m.valid_to IS NULL)"
                    + " HAVING assessment IS NOT NULL ORDER BY MOD(p.id, 7), p.id LIMIT ?")) {
                query.setInt(1, doctors);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        writers.add(new Doctor(rows.getString(1), rows.getLong(2), rows.getLong(3)));
                    }
                }
            }
            List<Leader> readers = new ArrayList<>();
            try (PreparedStatement query = owner.prepareStatement("SELECT u.username, r.scope_id, MIN(p.id), MIN("
                    + ASSESSMENT + ") FROM role_assignment r JOIN person u ON u.id = r.person_id"
                    + " JOIN post o ON o.clinic_id = r.scope_id AND o.end_date IS NULL JOIN programme p ON p.id = o.programme_id"
                    + " WHERE r.role IN ('STUDIEREKTOR', 'CLINIC_HEAD') AND " + ASSESSMENT + " IS NOT NULL"
                    + " GROUP BY u.username, r.scope_id, r.role ORDER BY r.role DESC, r.scope_id LIMIT ?")) {
                query.setInt(1, leaders - 1);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        readers.add(new Leader(
                                rows.getString(1),
                                rows.getLong(2),
                                rows.getLong(3),
                                assessmentOf(owner, rows.getLong(3))));
                    }
                }
            }
            Leader first = readers.getFirst();
            readers.addFirst(new Leader(OVERALL, first.clinic(), 0, 0));
            List<Long> clinics = new ArrayList<>();
            List<ToSign> toSign = new ArrayList<>();
            try (PreparedStatement query = owner.prepareStatement("SELECT id FROM clinic ORDER BY id");
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    clinics.add(rows.getLong(1));
                }
            }
            try (PreparedStatement query = owner.prepareStatement(
                            "SELECT s.id, u.username, MAX(o.clinic_id) FROM supervision s JOIN person u"
                                    + " ON u.id = s.supervisor_id JOIN post o ON o.programme_id = s.programme_id"
                                    + " AND o.end_date IS NULL WHERE s.state = 'SENT' GROUP BY s.id, u.username"
                                    + " ORDER BY MOD(s.id, 11), s.id LIMIT 40");
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    toSign.add(new ToSign(rows.getLong(1), rows.getString(2), rows.getLong(3)));
                }
            }
            List<Assessor> asked = new ArrayList<>();
            try (PreparedStatement query =
                    owner.prepareStatement("SELECT DISTINCT u.username, u.id FROM main_supervisor m"
                            + " JOIN person u ON u.id = m.person_id WHERE m.valid_to IS NULL ORDER BY u.id LIMIT ?")) {
                query.setInt(1, assessors);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        asked.add(new Assessor(rows.getString(1), rows.getLong(2)));
                    }
                }
            }
            List<String> people = new ArrayList<>();
            writers.forEach(doctor -> people.add(doctor.username()));
            readers.forEach(leader -> people.add(leader.username()));
            toSign.forEach(one -> people.add(one.username()));
            asked.forEach(assessor -> people.add(assessor.username()));
            String hash = new PasswordHasher().hash(PASSWORD);
            try (PreparedStatement update =
                    owner.prepareStatement("UPDATE person SET password_hash = ? WHERE username = ?")) {
                for (String username : people) {
                    update.setString(1, hash);
                    update.setString(2, username);
                    update.executeUpdate();
                }
            }
            return new Region(writers, readers, clinics, toSign, asked);
        }
    }

    private static long assessmentOf(Connection owner, long programme) throws SQLException {
        try (PreparedStatement query =
                owner.prepareStatement("SELECT MIN(id) FROM assessment WHERE programme_id = ? AND state = 'SIGNED'")) {
            query.setLong(1, programme);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
