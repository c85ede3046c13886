package se.stegen.e2e.page;

import se.stegen.e2e.Browser;

/** One supervision session. */
public final class SupervisionPage extends RecordPage {
    SupervisionPage(Browser browser) {
        super(browser, "supervision");
    }

    /** Opens a session. */
    public static SupervisionPage open(Browser browser, long id) {
        browser.go("/supervision/" + id);
        return new SupervisionPage(browser);
    }

    /** Writes minutes and what was agreed. */
    public SupervisionPage write(String minutes, String agreed) {
        fields.write("supervision-minutes", minutes);
        fields.write("supervision-agreed", agreed);
        return this;
    }

    /** Adds a goal by its code. */
    public SupervisionPage goal(String code) {
        fields.choose("supervision-goals", code);
        return this;
    }

    /** The minutes in the field. */
    public String minutes() {
        return fields.read("supervision-minutes");
    }

    /** Sends it. */
    public void send() {
        fields.press("supervision-send");
        awaitState("Skickad");
    }

    /** Signs it. */
    public void sign() {
        fields.press("supervision-sign");
        confirm();
        awaitState("Signerad");
    }
}
