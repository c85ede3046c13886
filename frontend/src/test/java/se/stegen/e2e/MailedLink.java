package se.stegen.e2e;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.stegen.database.TestDatabase;

/** The link in a mail that waits to be sent. */
final class MailedLink {
    private MailedLink() {}

    /** The path of the newest link of that kind to the address. */
    static String to(String email, String path) {
        try (var owner = TestDatabase.asOwner();
                PreparedStatement query = owner.prepareStatement(
                        "SELECT body_text FROM outbox_mail WHERE recipient = ? ORDER BY id DESC LIMIT 1")) {
            query.setString(1, email);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    Matcher link = Pattern.compile("(/" + path + "/[\\w-]+)").matcher(row.getString(1));
                    if (link.find()) {
                        return link.group(1);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("no mail with " + path + " to " + email);
    }
}
