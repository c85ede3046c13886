package se.stegen.ui.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.stegen.common.Messages;
import se.stegen.guideline.LightStatus;

class MarkupTest {
    @Test
    void whatIsWrittenIsTextAndNothingElse() {
        Markup row = Markup.tag(
                "td",
                Map.of("data-label", "\"><script>x</script>"),
                Markup.link("d-1", "/trainee/1?a=1&b=2", "<b>Åsa</b> & 'Bo'"),
                Markup.text("small", "", "a < b"));
        assertEquals(
                "<td data-label=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\">"
                        + "<a href=\"/trainee/1?a=1&amp;b=2\" id=\"d-1\" router-link=\"\">&lt;b&gt;Åsa&lt;/b&gt; &amp; &#39;Bo&#39;</a>"
                        + "<small>a &lt; b</small></td>",
                row.html());
    }

    @Test
    void aLightSaysItsWordBesideItsColour() {
        assertEquals(
                "<span class=\"tag light-tag bad\" title=\"Röd\"><span aria-hidden=\"true\">■</span>"
                        + "<span><span class=\"hidden-text\">Röd: </span>3 av 9</span></span>",
                TrafficLight.of(LightStatus.RED, "3 av 9", Messages.SWEDISH).html());
    }
}
