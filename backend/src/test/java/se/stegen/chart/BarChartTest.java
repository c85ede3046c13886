package se.stegen.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Bars say their number in words, are told apart without colour, and carry nothing but shapes into the page. */
class BarChartTest {
    @Test
    void aBarHasItsNumberAndItsReferenceIsHollow() {
        String svg = BarChart.svg(
                        List.of(
                                new BarChart.Bar("Introduktion", 80, 66),
                                new BarChart.Bar("Ingen jämförelse", 40, null)),
                        BarChart.WIDE,
                        "Titel <&>",
                        "Beskrivning",
                        Locale.forLanguageTag("sv"))
                .orElseThrow();
        for (String words : List.of("Introduktion", "80 %", "66 %", "40 %", "role=\"img\"", "Titel &lt;&amp;&gt;")) {
            assertTrue(svg.contains(words), words);
        }
        assertTrue(svg.contains("chart-line"), "filled");
        assertTrue(svg.contains("fill=\"none\""), "hollow");
        assertFalse(svg.contains("rgb("), "colours are the page's");
        assertFalse(svg.contains("style="), "no style past the content policy");
    }
}
