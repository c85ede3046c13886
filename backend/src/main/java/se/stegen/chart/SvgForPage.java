package se.stegen.chart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Makes a drawing fit to stand in a page: only shapes and words, only their places and looks, colours by classes of the style
 * sheet (so that light and dark follow), a title and a description that are read out, and a size that the page gives.
 */
final class SvgForPage {
    private static final Set<String> ELEMENTS = Set.of(
            "svg", "g", "defs", "clipPath", "rect", "line", "path", "ellipse", "circle", "polyline", "polygon", "text");
    private static final Set<String> ATTRIBUTES = Set.of(
            "viewBox",
            "transform",
            "clip-path",
            "id",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "cx",
            "cy",
            "rx",
            "ry",
            "r",
            "d",
            "points",
            "width",
            "height",
            "style");
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private SvgForPage() {}

    static String of(byte[] drawn, String title, String description) {
        try {
            Document document = read(drawn);
            Element svg = document.getDocumentElement();
            clean(svg);
            svg.removeAttribute("width");
            svg.removeAttribute("height");
            svg.setAttribute("class", "chart");
            svg.setAttribute("role", "img");
            svg.setAttribute("focusable", "false");
            svg.setAttribute("aria-label", title + ". " + description);
            Element desc = document.createElementNS(NAMESPACE, "desc");
            desc.setTextContent(description);
            svg.insertBefore(desc, svg.getFirstChild());
            Element name = document.createElementNS(NAMESPACE, "title");
            name.setTextContent(title);
            svg.insertBefore(name, svg.getFirstChild());
            return write(document);
        } catch (ParserConfigurationException | SAXException | TransformerException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document read(byte[] drawn) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        // The drawing names a document type on the network: nothing of it is fetched.
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(drawn));
    }

    private static void clean(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            String name = attributes.item(i).getNodeName();
            if (!ATTRIBUTES.contains(name) && !name.equals("xmlns")) {
                element.removeAttribute(name);
            }
        }
        dress(element);
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child instanceof Element part && ELEMENTS.contains(part.getLocalName())) {
                clean(part);
            } else if (child.getNodeType() != Node.TEXT_NODE
                    || (child.getNodeValue().isBlank()
                            && !element.getLocalName().equals("text"))) {
                element.removeChild(child);
            }
            child = next;
        }
    }

    /** A colour becomes a class; what the style sheet has no say in, such as dashes, stays as an attribute. */
    private static void dress(Element element) {
        String style = element.getAttribute("style").toLowerCase(Locale.ROOT);
        element.removeAttribute("style");
        for (String rule : style.split(";", -1)) {
            String[] parts = rule.split(":", 2);
            if (parts.length < 2) {
                continue;
            }
            String value = parts[1].strip();
            switch (parts[0].strip()) {
                case "fill", "stroke" -> colour(element, parts[0].strip(), value);
                case "stroke-width", "stroke-dasharray" -> element.setAttribute(parts[0].strip(), value);
                default -> {
                    // Fonts, joins and caps are the page's.
                }
            }
        }
    }

    private static void colour(Element element, String what, String value) {
        element.setAttribute(what, "none");
        for (Ink ink : Ink.values()) {
            if (ink.written().equals(value)) {
                element.setAttribute(what, "currentColor");
                element.setAttribute("class", ink.className());
            }
        }
    }

    private static String write(Document document) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Transformer transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(document.getDocumentElement()), new StreamResult(out));
        return out.toString();
    }
}
