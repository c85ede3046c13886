package se.stegen.guideline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as files: Excel with one sheet for each, and text with semicolons. */
final class TableFile {
    private static final String FORMULA = "=+-@\t\r";

    private TableFile() {}

    /**
     * A table.
     *
     * @param name of its sheet
     * @param head the line above it
     * @param rows texts and numbers
     */
    record Table(String name, String head, List<String> columns, List<List<Object>> rows) {}

    /** An Excel file. */
    static byte[] xlsx(List<Table> tables) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "STegen", "1.0")) {
            for (Table table : tables) {
                sheet(book.newWorksheet(table.name()), table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void sheet(Worksheet sheet, Table table) {
        sheet.value(0, 0, table.head());
        for (int c = 0; c < table.columns().size(); c++) {
            sheet.value(2, c, table.columns().get(c));
            sheet.style(2, c).bold().set();
        }
        for (int r = 0; r < table.rows().size(); r++) {
            for (int c = 0; c < table.columns().size(); c++) {
                Object value = table.rows().get(r).get(c);
                // A text is a text in Excel's own format, whatever it begins with; a number is a number.
                if (value instanceof Number number) {
                    sheet.value(r + 3, c, number);
                } else {
                    sheet.value(r + 3, c, value.toString());
                }
            }
        }
        sheet.freezePane(0, 3);
    }

    /** Text in UTF-8 with semicolons, with a mark that Excel knows it by. */
    static byte[] csv(List<String> columns, List<List<Object>> rows, Locale locale) {
        StringBuilder out = new StringBuilder("\ufeff");
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            printer.printRecord(columns);
            for (List<Object> row : rows) {
                printer.printRecord(row.stream().map(cell -> guarded(cell, locale)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A cell as a spreadsheet shows it: a number with the language's comma; a text that a spreadsheet would take for a formula
     * has an apostrophe before it (OWASP, CSV injection).
     */
    static String guarded(Object cell, Locale locale) {
        if (cell instanceof Double number) {
            String plain = number.toString();
            return "sv".equals(locale.getLanguage()) ? plain.replace('.', ',') : plain;
        }
        String text = cell.toString();
        return cell instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
