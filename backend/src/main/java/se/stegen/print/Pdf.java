package se.stegen.print;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes a PDF of a page. Nothing is read from the network or the disk, and nothing is written to either. */
public final class Pdf {
    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /** The document as PDF; its fonts are those that every reader has, which know the letters of Western Europe. */
    public static byte[] of(Page page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withHtmlContent(page.html(), null)
                    // What a text says is text, never an address that is fetched; a picture is in the page itself.
                    .useUriResolver((base, uri) -> uri != null && uri.startsWith(Page.PICTURE) ? uri : null)
                    .withProducer("STegen")
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
