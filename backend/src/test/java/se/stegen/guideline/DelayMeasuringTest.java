package se.stegen.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.stegen.guideline.DelayMeasuring.Facts;

class DelayMeasuringTest {
    private final Facts some = new Facts(Set.of(1L, 2L), List.of(1, 20), 1);
    private final Facts others = new Facts(Set.of(2L, 3L), List.of(3), 2);

    @Test
    void groupsAreOneFigureAndAreProtectedTogether() {
        assertNull(some.figures(false));
        assertNull(others.figures(false));
        assertEquals(
                Delay.of(List.of(1, 20, 3), 3),
                DelayMeasuring.NOTHING.and(some).and(others).figures(false));
        Facts same = some.and(some);
        assertNull(same.figures(false), "two doctors counted twice are two");
        assertEquals(new Delay(null, null, 0, 0), DelayMeasuring.NOTHING.figures(false), "nobody is nobody's secret");
    }
}
