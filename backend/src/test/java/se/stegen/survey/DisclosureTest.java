package se.stegen.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a round shows of a group never tells of one to four people, however its numbers are combined. */
class DisclosureTest {
    private static final int ROUNDS = 4000;

    @Test
    void aGroupIsShownFromFiveOn() {
        assertFalse(Disclosure.of(people(4)).surveys().contains(1L));
        assertTrue(Disclosure.of(people(5)).surveys().contains(1L));
        assertTrue(Disclosure.of(Map.of()).surveys().isEmpty());
        assertFalse(Disclosure.of(Map.of()).pooled());
    }

    @Test
    void theWholeIsHiddenWhereItWouldTellOfAHiddenClinic() {
        // 8 and 3: the whole of 11 less the shown 8 would tell of three.
        assertFalse(Disclosure.of(people(8, 3)).pooled());
        // 8, 3 and 4: less the shown 8 it tells of seven together.
        assertTrue(Disclosure.of(people(8, 3, 4)).pooled());
        assertEquals(Set.of(1L), Disclosure.of(people(8, 3, 4)).surveys());
        // One studierektor at each of five clinics.
        assertTrue(Disclosure.of(people(1, 1, 1, 1, 1)).pooled());
        assertFalse(Disclosure.of(people(1, 1, 1, 1)).pooled());
    }

    @Test
    void ofTwoClinicsTheWholeWouldTellOneOfTheOther() {
        assertFalse(Disclosure.of(people(8, 9)).pooled());
        assertFalse(Disclosure.of(people(8, 0, 9)).pooled(), "a clinic where nobody answered hides nobody");
        assertTrue(Disclosure.of(people(8, 9, 6)).pooled());
        assertEquals(Set.of(1L, 2L), Disclosure.of(people(8, 9)).surveys());
    }

    @Test
    void onePersonAtFiveClinicsIsOnePerson() {
        Map<Long, List<Long>> same = new HashMap<>();
        for (long survey = 1; survey <= 5; survey++) {
            same.put(survey, List.of(77L));
        }
        assertFalse(Disclosure.of(same).pooled());
    }

    /** Everything that is shown of a random round, added and subtracted in every way, is tried against it. */
    @Test
    void noCombinationOfShownNumbersTellsOfFewerThanFive() {
        Random random = new Random(20261122);
        for (int round = 0; round < ROUNDS; round++) {
            Map<Long, List<Long>> answered = random(random);
            Disclosure.Shown shown = Disclosure.of(answered);
            List<Set<Long>> sums = new ArrayList<>();
            List<Long> surveys = List.copyOf(shown.surveys());
            for (int chosen = 0; chosen < 1 << surveys.size(); chosen++) {
                Set<Long> of = new HashSet<>();
                for (int i = 0; i < surveys.size(); i++) {
                    if ((chosen >> i & 1) == 1) {
                        of.add(surveys.get(i));
                    }
                }
                sums.add(of);
                if (shown.pooled()) {
                    Set<Long> rest = new HashSet<>(answered.keySet());
                    rest.removeAll(of);
                    sums.add(rest);
                }
            }
            for (Set<Long> sum : sums) {
                long people = sum.stream()
                        .flatMap(one -> answered.getOrDefault(one, List.of()).stream())
                        .distinct()
                        .count();
                assertTrue(people == 0 || people >= 5, () -> answered + " shows " + shown + " and so " + sum);
            }
        }
    }

    /** Up to seven clinics with none to nine answers each; some people answer at several. */
    private static Map<Long, List<Long>> random(Random random) {
        Map<Long, List<Long>> answered = new HashMap<>();
        int clinics = 1 + random.nextInt(7);
        for (long survey = 1; survey <= clinics; survey++) {
            answered.put(
                    survey,
                    LongStream.range(0, 20)
                            .map(n -> random.nextInt(30))
                            .distinct()
                            .limit(random.nextInt(10))
                            .boxed()
                            .toList());
        }
        return answered;
    }

    private static Map<Long, List<Long>> people(int... sizes) {
        Map<Long, List<Long>> answered = new HashMap<>();
        long next = 1;
        for (int i = 0; i < sizes.length; i++) {
            answered.put(i + 1L, LongStream.range(next, next + sizes[i]).boxed().toList());
            next += sizes[i];
        }
        return answered;
    }
}
