package se.stegen.spur;

import java.util.List;
import java.util.Optional;

/** Område of a review, with the names that it has had (version 2018 and the newer one). */
public enum Area {
    /** Verksamheten. */
    A("Verksamheten"),
    /** Medarbetarstab och interna kompetenser. */
    B("Medarbetarstab och interna kompetenser"),
    /** Lokaler och utrustning. */
    C("Lokaler och utrustning"),
    /** Tjänstgöringens upplägg. */
    D("Tjänstgöringens upplägg"),
    /** Handledning och kompetensbedömning. */
    E("Handledning och kompetensbedömning", "Handledning och uppföljning"),
    /** Teoretisk utbildning. */
    F("Teoretisk utbildning"),
    /** Medicinsk vetenskap och systematiskt kvalitets- och patientsäkerhetsarbete. */
    G(
            "Medicinsk vetenskap och systematiskt kvalitets- och patientsäkerhetsarbete",
            "Medicinsk vetenskap och kvalitetsarbete"),
    /** Ledarskapskompetens och kommunikativ kompetens. */
    H("Ledarskapskompetens och kommunikativ kompetens", "Ledarskap och kommunikativ kompetens");

    private final String title;
    private final String formerTitle;

    Area(String title) {
        this(title, title);
    }

    Area(String title, String formerTitle) {
        this.title = title;
        this.formerTitle = formerTitle;
    }

    /** The name of today's reports, in Swedish. */
    public String title() {
        return title;
    }

    /** Every name that reports have given it. */
    List<String> titles() {
        return List.of(title, formerTitle);
    }

    /** The area of a letter. */
    public static Optional<Area> of(String letter) {
        return letter.length() == 1 && letter.charAt(0) >= 'A' && letter.charAt(0) <= 'H'
                ? Optional.of(valueOf(letter))
                : Optional.empty();
    }
}
