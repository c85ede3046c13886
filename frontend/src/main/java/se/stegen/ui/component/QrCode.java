package se.stegen.ui.component;

import com.vaadin.flow.component.html.Div;

/** A QR code to scan from a screen or from paper, with a text for those who cannot see it. */
public final class QrCode extends Div {
    private static final long serialVersionUID = 1L;
    /** White modules around the code that readers need (ISO/IEC 18004). */
    private static final int QUIET = 4;

    /** The code of a text, described by a label. */
    public QrCode(String text, String label) {
        addClassName("qr");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
        getElement().setProperty("innerHTML", svg(text));
    }

    private static String svg(String text) {
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        int size = code.size + 2 * QUIET;
        return "<svg viewBox=\"0 0 " + size + " " + size + "\" aria-hidden=\"true\" shape-rendering=\"crispEdges\">"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"" + path + "\" fill=\"#000\"/></svg>";
    }
}
