package se.stegen.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.stegen.common.Messages;

/** One is not several. */
class PluralTextsTest {
    @ParameterizedTest
    @CsvSource({
        "assessment.several.done, 1, Skickat till en kollega., Sent to one colleague.",
        "assessment.several.done, 4, Skickat till 4 kollegor., Sent to 4 colleagues.",
        "to-sign.done, 1, En signerad., One signed.",
        "to-sign.done, 3, 3 signerade., 3 signed.",
    })
    void counted(String key, int count, String swedish, String english) {
        assertEquals(swedish, Messages.get(Messages.SWEDISH, key, count));
        assertEquals(english, Messages.get(Locale.ENGLISH, key, count));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0 dagar", "0.5, '0,5', '0,5 dagar'", "1, 1, 1 dag", "1.5, '1,5', '1,5 dagar'", "7, 7, 7 dagar"})
    void days(double days, String written, String words) {
        assertEquals(words, Messages.get(Messages.SWEDISH, "delay.days", days, written));
    }
}
