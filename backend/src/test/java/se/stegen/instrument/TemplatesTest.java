package se.stegen.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class TemplatesTest {
    private final Templates templates = TestProgram.bean(Templates.class);

    /** The codes that the API names, indicators.md for what they show. */
    @Test
    void theFormsOfTheApiAreThereFormalAndShowTheirCompetences() {
        for (String code : List.of(
                "mini-cex",
                "dops",
                "cbd",
                "msf-360",
                "sit-in",
                "teaching",
                "supervising",
                "journal-club",
                "quality-work",
                "leadership")) {
            assertTrue(form(code).formal(), code);
        }
        assertFalse(form("self-rating").formal());
        assertEquals(FormKind.SELF_RATING, form("self-rating").kind());
        assertEquals(List.of("LEADERSHIP"), form("leadership").competences());
        assertEquals(List.of("SUPERVISING"), form("supervising").competences());
        assertEquals(List.of("TEACHING"), form("teaching").competences());
        assertEquals(List.of("QUALITY"), form("quality-work").competences());
        assertEquals(List.of("SCIENCE"), form("journal-club").competences());
        assertEquals(List.of(), form("mini-cex").competences());
    }

    @Test
    void everyFormIsWholeInBothLanguagesAndItsConditionsHold() {
        for (AssessmentTemplate form : templates.builtIn()) {
            Set<String> before = new HashSet<>();
            assertEquals(4, form.highest(), form.code());
            for (TemplateField field : form.fields()) {
                String name = form.code() + "." + field.code();
                assertNotNull(field.labelEn(), name);
                assertEquals(
                        field.type() == TemplateField.Type.TEXT, field.options().isEmpty(), name);
                assertEquals(field.help() == null, field.helpEn() == null, name);
                TemplateField.Condition when = field.when();
                if (when != null) {
                    assertTrue(before.contains(when.field() + "=" + when.value()), name);
                } else {
                    assertFalse(field.required(), name + ": a form of the program can be signed in a minute");
                }
                if (field.type() == TemplateField.Type.SCALE) {
                    assertTrue(field.option(TemplateField.NOT_OBSERVED).isPresent(), name);
                }
                field.options().forEach(option -> {
                    assertNotNull(option.labelEn(), name);
                    assertEquals(option.help() == null, option.helpEn() == null, name);
                    before.add(field.code() + "=" + option.value());
                });
            }
        }
    }

    @Test
    void loadingAgainPublishesNothing() {
        long versions = Fixtures.number("SELECT COUNT(*) FROM assessment_template");
        templates.load();
        assertEquals(versions, Fixtures.number("SELECT COUNT(*) FROM assessment_template"));
    }

    @Test
    void aVersionFromBeforeThereWereSectionsIsReadAsOne() {
        String code = Fixtures.unique("old-");
        long id = Fixtures.insert(
                "INSERT INTO assessment_template (code, version, clinic_id, name, name_en, formal, competences, definition,"
                        + " published_at) VALUES (?, 1, ?, 'Äldre', 'Older', TRUE, 'SCIENCE', ?, ?)",
                code,
                Fixtures.clinic(),
                "[{\"code\":\"history\",\"label\":\"Anamnes\",\"labelEn\":\"History\",\"type\":\"SCALE\",\"required\":true,"
                        + "\"options\":[{\"value\":\"1\",\"label\":\"God\",\"labelEn\":\"Good\"}]}]",
                LocalDateTime.of(2026, 1, 1, 8, 0));
        AssessmentTemplate old = templates.get(id);
        assertEquals("Anamnes", old.fields().getFirst().label());
        assertTrue(old.fields().getFirst().required());
        assertEquals(4, old.highest());
        assertEquals(1, old.sections().size());
    }

    private AssessmentTemplate form(String code) {
        return templates.newest(code).orElseThrow();
    }
}
