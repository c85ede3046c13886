package se.stegen.sweep;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.stegen.common.Messages;
import se.stegen.common.ProblemCode;
import se.stegen.testing.Bundles;

/** Every text of the backend is there in Swedish and in English. */
class MessagesSweepTest {
    @Test
    void bothLanguagesHaveTheSameKeysAndNoEmptyText() {
        Bundles.assertComplete("/i18n/messages");
    }

    @Test
    void noKeyStandsTwice() {
        Bundles.assertNoKeyTwice("/i18n/messages");
    }

    @Test
    void everyRefusalHasAText() {
        for (Locale locale : List.of(Messages.SWEDISH, Locale.ENGLISH)) {
            for (ProblemCode code : ProblemCode.values()) {
                assertNotEquals(code.messageKey(), Messages.get(locale, code.messageKey(), 1, 2), code.name());
            }
        }
    }
}
