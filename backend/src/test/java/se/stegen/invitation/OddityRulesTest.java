package se.stegen.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.stegen.assessment.AssessorDetails;
import se.stegen.invitation.Oddity.Kind;

class OddityRulesTest {
    private static final Set<String> PRIVATE = Set.of("gmail.com", "yahoo.*");

    @ParameterizedTest
    @CsvSource({
        "anna@sjukhus.se, a, b, 1, 1, ''",
        "anna@sjukhus.se, a, a, 1, 1, SAME_DEVICE",
        "anna@sjukhus.se, a+b, a, 1, 1, SAME_DEVICE",
        "anna@sjukhus.se, , , 1, 1, ''",
        "anna@sjukhus.se, a, , 9, 9, ''",
        "anna@sjukhus.se, a, b, 10, 1, MANY_BY_ADDRESS",
        "anna@sjukhus.se, a, b, 1, 10, MANY_FOR_DOCTOR",
        "anna@GMAIL.com, a, b, 1, 1, PRIVATE_DOMAIN",
        "anna@yahoo.se, a, b, 1, 1, PRIVATE_DOMAIN",
        "anna@notgmail.com, a, b, 1, 1, ''",
        "anna@gmail.com, a, a, 12, 11, SAME_DEVICE+MANY_BY_ADDRESS+MANY_FOR_DOCTOR+PRIVATE_DOMAIN",
    })
    void whatIsOdd(
            String email,
            @Nullable String asker,
            @Nullable String signer,
            long byAddress,
            long forDoctor,
            String kinds) {
        List<Kind> odd =
                OddityRules.of(new OddityRules.Facts(email, askers(asker), signer, byAddress, forDoctor), PRIVATE)
                        .stream()
                        .map(Oddity::kind)
                        .toList();
        assertEquals(kinds, String.join("+", odd.stream().map(Enum::name).toList()));
    }

    private static Set<String> askers(@Nullable String devices) {
        return devices == null ? Set.of() : Set.of(devices.split("\\+", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "anna.svensson@sjukhus.se, Anna Svensson, sjukhus.se",
        "ann-marie.öberg@sjukhus.se, Ann-Marie Öberg, sjukhus.se",
        "asv77@sjukhus.se, '', sjukhus.se",
        "info@sjukhus.se, '', sjukhus.se",
        "a.svensson@sjukhus.se, '', sjukhus.se",
    })
    void whoAnAddressLikelyIs(String email, String name, String workplace) {
        assertEquals(new AssessorDetails(name, "", workplace, ""), AddressGuess.of(email, false));
    }

    @Test
    void aPrivateAddressTellsNoWorkplace() {
        assertEquals(
                new AssessorDetails("Anna Svensson", "", "", ""), AddressGuess.of("anna.svensson@gmail.com", true));
    }
}
