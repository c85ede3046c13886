package se.stegen.ui.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.stegen.instrument.FormDefinition;
import se.stegen.instrument.TemplateField;
import se.stegen.instrument.TemplateField.Option;
import se.stegen.instrument.TemplateSection;

class EditsTest {
    @Test
    void aFieldMovesWithinItsSectionAndOverItsEdgeIntoTheNext() {
        FormDefinition form = form("a b|c");
        assertEquals("b a|c", order(Edits.moveField(form, "a", 1)));
        assertEquals("a|b c", order(Edits.moveField(form, "b", 1)));
        assertEquals("a b c|", order(Edits.moveField(form, "c", -1)));
        assertEquals("a b|c", order(Edits.moveField(form, "a", -1)), "the first stays first");
        assertEquals("a b|c", order(Edits.moveField(form, "c", 1)), "the last stays last");
    }

    @Test
    void aNewPartHasACodeThatNothingElseHas() {
        assertEquals("f1", Edits.newCode(form("a b"), "f"));
        assertEquals("f3", Edits.newCode(form("f1 f2"), "f"));
        assertEquals("s2", Edits.newCode(form("a"), "s"), "the section is s1");
    }

    @Test
    void linesAreStepsWithTheirAnchorsAndKeepTheirEnglishAsLongAsTheyStay() {
        List<Option> before = List.of(new Option("1", "God", "Good", "På egen hand", "On one's own"));
        assertEquals("God: På egen hand", OptionLines.write(before));
        assertEquals(before, OptionLines.steps(" God : På egen hand \n\n", before));
        List<Option> changed = OptionLines.steps("Sämre\nGod: Med hjälp", before);
        assertEquals(new Option("1", "Sämre", null, null, null), changed.getFirst());
        assertEquals("2", changed.getLast().value());
        assertEquals("Good", changed.getLast().labelEn());
        assertNull(changed.getLast().helpEn());
    }

    @Test
    void aChoiceKeepsItsValueWhereverItStands() {
        List<Option> before = OptionLines.choices("Dag\nKväll", List.of());
        assertEquals(List.of("1", "2"), values(before));
        assertEquals(List.of("2", "3", "1"), values(OptionLines.choices("Kväll\nNatt\nDag", before)));
        assertEquals(List.of("2", "3"), values(OptionLines.choices("Kväll\nKväll", before)), "doubled, but two values");
    }

    private static List<String> values(List<Option> options) {
        return options.stream().map(Option::value).toList();
    }

    private static FormDefinition form(String sections) {
        int[] number = {1};
        return new FormDefinition(
                FormDefinition.FORMAT,
                Arrays.stream(sections.split("\\|", -1))
                        .map(fields -> new TemplateSection(
                                "s" + number[0]++,
                                "",
                                null,
                                null,
                                null,
                                Arrays.stream(fields.split(" ", -1))
                                        .map(EditsTest::field)
                                        .toList()))
                        .toList(),
                null,
                List.of());
    }

    private static TemplateField field(String code) {
        return new TemplateField(code, code, null, TemplateField.Type.TEXT, false, List.of(), null, null, null);
    }

    private static String order(FormDefinition form) {
        return form.sections().stream()
                .map(section ->
                        section.fields().stream().map(TemplateField::code).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("|"));
    }
}
