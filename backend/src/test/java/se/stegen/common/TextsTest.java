package se.stegen.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"anna.b@x.se", "anna+st@sjukhus.example.se", "a@x", "o'brien@x.se", "anna@åäö.se"})
    void anAddressIsKeptAsItIs(String address) {
        assertEquals(address, Texts.email("email", " " + address + " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna..b@x.se",
                ".anna@x.se",
                "anna.@x.se",
                "anna@x..se",
                "anna@.x.se",
                "anna@x.se.",
                "anna",
                "anna@",
                "@x.se",
                "a b@x.se",
                "anna@x_y!.se",
                "(x)anna@x.se",
                "anna@x.se, bo@x.se",
                "Anna <anna@x.se>"
            })
    void whatTheMailLibraryRefusesIsRefused(String address) {
        Problem refused = assertThrows(Problem.class, () -> Texts.email("email", address));
        assertEquals(ProblemCode.INVALID_FIELD, refused.code());
    }
}
