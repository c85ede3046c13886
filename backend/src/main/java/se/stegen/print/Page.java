package se.stegen.print;

import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** A document of headings, lines and tables on A4, as the XHTML that a PDF is made of. Texts are escaped here. */
public final class Page {
    /** How the address of a picture begins that is part of the page itself. */
    static final String PICTURE = "data:image/png;base64,";

    private static final String STYLE = """
            @page { size: A4; margin: 16mm 14mm 14mm 14mm;
              @bottom-left { content: "FOOT"; font: 7.5pt Helvetica; color: #555; }
              @bottom-right { content: counter(page) " (" counter(pages) ")"; font: 7.5pt Helvetica; color: #555; } }
            body { font: 8.5pt/1.35 Helvetica; color: #111; margin: 0; }
            h1 { font-size: 14pt; margin: 0 0 1mm 0; }
            h2 { font-size: 9.5pt; margin: 3mm 0 0.8mm 0; border-bottom: 0.3pt solid #888; page-break-after: avoid; }
            p { margin: 0 0 0.8mm 0; }
            p.head { color: #444; margin-bottom: 2mm; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            tr { page-break-inside: avoid; }
            th, td { text-align: left; vertical-align: top; padding: 0.5mm 2mm 0.5mm 0; border-bottom: 0.2pt solid #ccc; }
            th { font-size: 7.5pt; color: #444; }
            """;

    private final StringBuilder body = new StringBuilder(2048);
    private final String title;
    private final Locale locale;
    private final String foot;
    private String style = STYLE;

    /**
     * An empty document.
     *
     * @param foot at the foot of every page, before its number
     */
    public Page(String title, String foot, Locale locale) {
        this.title = title;
        this.foot = foot;
        this.locale = locale;
        body.append("<h1>").append(escape(title)).append("</h1>");
    }

    /** On A4 lying, with smaller letters: for tables of many columns. */
    public Page landscape() {
        style = STYLE.replace("size: A4;", "size: A4 landscape;")
                .replace("font: 8.5pt/1.35", "font: 6pt/1.25")
                .replace("th { font-size: 7.5pt;", "th { font-size: 5pt;")
                .replace(
                        "border-collapse: collapse;",
                        "border-collapse: collapse; table-layout: fixed; word-wrap: break-word;")
                .replace("padding: 0.5mm 2mm 0.5mm 0;", "padding: 0.5mm 1mm 0.5mm 0;");
        return this;
    }

    /** The line below the title. */
    public Page head(String text) {
        body.append("<p class=\"head\">").append(escape(text)).append("</p>");
        return this;
    }

    /** A heading. */
    public Page heading(String text) {
        body.append("<h2>").append(escape(text)).append("</h2>");
        return this;
    }

    /** A paragraph; an empty text is none. */
    public Page line(String text) {
        if (!text.isBlank()) {
            body.append("<p>").append(escape(text)).append("</p>");
        }
        return this;
    }

    /** A paragraph that begins with a name in bold; an empty text is none. */
    public Page line(String name, String text) {
        if (!text.isBlank()) {
            body.append("<p><b>")
                    .append(escape(name))
                    .append(":</b> ")
                    .append(escape(text))
                    .append("</p>");
        }
        return this;
    }

    /**
     * A picture as wide as the page.
     *
     * @param said what is to be seen in it, for who cannot see it
     */
    public Page picture(byte[] png, String said) {
        body.append("<p><img style=\"width: 100%\" alt=\"")
                .append(escape(said))
                .append("\" src=\"")
                .append(PICTURE)
                .append(Base64.getEncoder().encodeToString(png))
                .append("\"/></p>");
        return this;
    }

    /** A table. */
    public Page table(List<String> columns, List<List<String>> rows) {
        body.append("<table><thead><tr>");
        columns.forEach(column -> body.append("<th>").append(escape(column)).append("</th>"));
        body.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            body.append("<tr>");
            row.forEach(cell -> body.append("<td>").append(escape(cell)).append("</td>"));
            body.append("</tr>");
        }
        body.append("</tbody></table>");
        return this;
    }

    String html() {
        return "<html lang=\"" + locale.getLanguage() + "\"><head><title>" + escape(title) + "</title><style>"
                + style.replace("FOOT", escape(inCss(foot)))
                + "</style></head><body>" + body + "</body></html>";
    }

    /** What cannot end a text of the style sheet. */
    private static String inCss(String text) {
        return text.replace('\\', '/').replace('"', '\'');
    }

    /** Escaped for XHTML, without what no XML may hold; signs that the fonts lack become plain ones. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\t' -> out.append(' ');
                case 0x2192 -> out.append("-&gt;");
                case 0x2713 -> out.append('x');
                default -> {
                    if (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }
}
