package se.stegen.spur;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/**
 * A program of its own that {@link ReportReader} starts: a file on standard input, its text on standard output. What a
 * hostile file does to it (memory, time, a crash) is over with its process.
 */
final class ReportText {
    /** The greatest text, in characters: about 800 pages. */
    static final int MOST_CHARACTERS = 2_000_000;

    private static final int MOST_PAGES = 500;
    private static final int LEAST_CHARACTERS = 100;
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final Set<String> WITH_MACRO = Set.of(
            "application/vnd.ms-word.document.macroenabled.12", "application/vnd.ms-word.template.macroenabled.12");

    /** How it went. */
    enum Outcome {
        TEXT,
        WRONG_KIND,
        PROTECTED,
        MACRO,
        NO_TEXT,
        TOO_LONG,
        UNREADABLE
    }

    /** How it went, with the text. */
    record Answer(Outcome outcome, String text) {
        Answer(Outcome outcome) {
            this(outcome, "");
        }
    }

    private ReportText() {}

    /** Reads a file and answers; whatever a library prints goes nowhere. */
    public static void main(String[] arguments) throws IOException {
        Answer answer = read(System.in.readAllBytes());
        try (DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
            out.writeUTF(answer.outcome().name());
            out.write(answer.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The text of a file, whose kind is told by its content and never by its name. */
    static Answer read(byte[] file) {
        try {
            String type;
            try (TikaInputStream in = TikaInputStream.get(file)) {
                type = new DefaultDetector()
                        .detect(in, new Metadata())
                        .getBaseType()
                        .toString();
            }
            if (type.equals("application/pdf")) {
                return extract(file, pdf());
            }
            if (WITH_MACRO.contains(type) || (type.equals(DOCX) && hasMacro(file))) {
                return new Answer(Outcome.MACRO);
            }
            if (type.equals(DOCX)) {
                return extract(file, new OOXMLParser());
            }
            if (type.equals("application/x-tika-ooxml-protected")) {
                return new Answer(Outcome.PROTECTED);
            }
            if (type.equals("text/plain")) {
                String text = decode(file);
                return text.length() > MOST_CHARACTERS ? new Answer(Outcome.TOO_LONG) : new Answer(Outcome.TEXT, text);
            }
            return new Answer(Outcome.WRONG_KIND);
        } catch (EncryptedDocumentException e) {
            return new Answer(Outcome.PROTECTED);
        } catch (IOException | TikaException | SAXException | RuntimeException e) {
            return new Answer(
                    WriteLimitReachedException.isWriteLimitReached(e) ? Outcome.TOO_LONG : Outcome.UNREADABLE);
        }
    }

    private static Answer extract(byte[] file, Parser parser) throws IOException, TikaException, SAXException {
        BodyContentHandler words = new BodyContentHandler(MOST_CHARACTERS);
        Metadata metadata = new Metadata();
        try (TikaInputStream in = TikaInputStream.get(file)) {
            // Without a parser in its context nothing that is embedded is opened.
            parser.parse(in, words, metadata, new ParseContext());
        }
        Integer pages = metadata.getInt(PagedText.N_PAGES);
        if (pages != null && pages > MOST_PAGES) {
            return new Answer(Outcome.TOO_LONG);
        }
        String text = words.toString();
        boolean empty = text.chars().filter(c -> !Character.isWhitespace(c)).count() < LEAST_CHARACTERS;
        return empty ? new Answer(Outcome.NO_TEXT) : new Answer(Outcome.TEXT, text);
    }

    private static PDFParser pdf() {
        PDFParserConfig config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setExtractInlineImages(false);
        PDFParser parser = new PDFParser();
        parser.setPDFParserConfig(config);
        return parser;
    }

    private static boolean hasMacro(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith("vbaproject.bin")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String decode(byte[] file) {
        if (file.length >= 2 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xfe) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        if (file.length >= 2 && (file[0] & 0xff) == 0xfe && (file[1] & 0xff) == 0xff) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }
}
