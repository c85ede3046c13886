package se.stegen.ui.proof;

import com.vaadin.flow.component.Html;
import io.nayuki.qrcodegen.QrCode;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** A QR code as SVG within the page: black on white in every theme, with a text for those who do not see it. */
final class QrImage {
    private static final int QUIET = 4;

    private QrImage() {}

    static Html of(String text, String spoken) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append(String.format(Locale.ROOT, "M%d,%dh1v1h-1z", x + QUIET, y + QUIET));
                }
            }
        }
        int size = code.size + 2 * QUIET;
        Element image =
                new Element("div").attr("class", "qr").attr("role", "img").attr("aria-label", spoken);
        Element svg = image.appendElement("svg")
                .attr("viewBox", "0 0 " + size + " " + size)
                .attr("aria-hidden", "true")
                .attr("shape-rendering", "crispEdges");
        svg.appendElement("rect")
                .attr("width", Integer.toString(size))
                .attr("height", Integer.toString(size))
                .attr("fill", "#fff");
        svg.appendElement("path").attr("d", dark.toString()).attr("fill", "#000");
        return new Html(image.outerHtml());
    }
}
