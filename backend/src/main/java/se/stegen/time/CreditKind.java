package se.stegen.time;

import io.micronaut.core.annotation.Nullable;
import java.util.OptionalInt;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.curriculum.Regulation;

/**
 * What is credited, and how much of it the regulation allows. Where neither regulation nor guideline gives a number nothing
 * is refused: it is for the one who decides. Sources by constant; the whole table is in {@code docs/decisions/006-time.md}.
 */
public enum CreditKind {
    /** Doktorsexamen: six months (SOSFS 2015:8, form 2: at least 4.5 years remain; HSLF-FS 2021:8 7 kap. 4 §). */
    DISSERTATION(6, 6),
    /** Tidigare tjänstgöring, such as a locum with the supervision of ST: no number is given. */
    EARLIER_SERVICE(0, 0),
    /** Tidigare specialitet: half of 2015's sixty months; two years and nine months (HSLF-FS 2021:8 7 kap. 3 §). */
    EARLIER_SPECIALTY(30, 33),
    /** Tjänstgöring utomlands: four years and six months (HSLF-FS 2021:8 7 kap. 7–8 §§); 2015 gives no number. */
    ABROAD(0, 54),
    /** Tjänstgöring före legitimation: six months (HSLF-FS 2021:8 7 kap. 1–2 §§); 2015 by exception, without a number. */
    BEFORE_LICENCE(0, 6);

    private final int most2015;
    private final int most2021;

    CreditKind(int most2015, int most2021) {
        this.most2015 = most2015;
        this.most2021 = most2021;
    }

    /** The most months of this kind together; empty where the regulation gives no number. */
    public OptionalInt mostMonths(Regulation regulation) {
        int most = regulation == Regulation.SOSFS_2015 ? most2015 : most2021;
        return most == 0 ? OptionalInt.empty() : OptionalInt.of(most);
    }

    /** The kind in a field: {@code REQUIRED} where it is empty, {@code UNKNOWN_CODE} where it is another text. */
    public static CreditKind field(String field, @Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Problem.field(field, ProblemCode.REQUIRED);
        }
        for (CreditKind kind : values()) {
            if (kind.name().equals(code)) {
                return kind;
            }
        }
        throw Problem.field(field, ProblemCode.UNKNOWN_CODE, code);
    }
}
