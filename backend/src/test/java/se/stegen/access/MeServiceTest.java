package se.stegen.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.stegen.common.Messages;
import se.stegen.common.ProblemCode;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class MeServiceTest {
    private final MeService me = TestProgram.bean(MeService.class);

    @Test
    void theLanguageThatWasChosenStays() {
        long id = Fixtures.person("Dr Språk");
        assertEquals(Messages.SWEDISH, Fixtures.actor(id).locale());
        me.changeLanguage(Fixtures.actor(id), "en");
        Actor later = TestProgram.bean(ActorService.class).find(id).orElseThrow();
        assertEquals(Locale.ENGLISH, later.locale());
        TestProgram.refused(ProblemCode.UNKNOWN_CODE, () -> me.changeLanguage(later, "de"));
        me.changeLanguage(later, "sv");
        assertEquals(
                Messages.SWEDISH,
                TestProgram.bean(ActorService.class).find(id).orElseThrow().locale());
    }
}
