package se.stegen.instrument;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import se.stegen.common.ReferenceData;
import se.stegen.common.Texts;
import se.stegen.common.Today;

/**
 * The forms. Those that come with the program stand in {@code reference/assessment-templates.json}; where one changes
 * there, the next version of it is published at the next start, and answers keep pointing at the version they were given
 * on. Versions never change, so they are kept in memory once read.
 */
@Singleton
public class Templates implements ReferenceData {
    private static final String REFERENCE = "/reference/assessment-templates.json";

    private final TemplateRepository rows;
    private final ObjectMapper json;
    private final Today today;
    private final Map<Long, AssessmentTemplate> byId = new ConcurrentHashMap<>();

    Templates(TemplateRepository rows, ObjectMapper json, Today today) {
        this.rows = rows;
        this.json = json;
        this.today = today;
    }

    /** A form as it stands in the reference file. */
    @Serdeable
    record Reference(
            String code,
            String name,
            String nameEn,
            boolean formal,
            List<String> competences,
            List<TemplateField> fields) {}

    /** Publishes what the reference file has and the database does not. */
    @Override
    @Transactional
    public void load() {
        byId.clear();
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(REFERENCE), REFERENCE)) {
            Map<String, TemplateRow> newest = newestRows();
            for (Reference form : json.readValue(in, Argument.listOf(Reference.class))) {
                String definition = json.writeValueAsString(form.fields());
                TemplateRow old = newest.get(form.code());
                if (old == null || !same(old, form, definition)) {
                    rows.add(
                            form.code(),
                            old == null ? 1 : old.version() + 1,
                            form.name(),
                            form.nameEn(),
                            form.formal(),
                            String.join(",", form.competences()),
                            definition,
                            today.utc());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest version of each form, in the order of the reference file. */
    public List<AssessmentTemplate> newest() {
        return newestRows().values().stream().map(this::read).toList();
    }

    /** The newest version of one form. */
    public Optional<AssessmentTemplate> newest(String code) {
        return newest().stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /** A version by its key. */
    public AssessmentTemplate get(long id) {
        AssessmentTemplate known = byId.get(id);
        if (known == null) {
            rows.all().forEach(this::read);
            known = byId.get(id);
        }
        return Objects.requireNonNull(known, "a foreign key points at every template that is asked for");
    }

    private Map<String, TemplateRow> newestRows() {
        return rows.all().stream()
                .collect(Collectors.toMap(
                        TemplateRow::code,
                        row -> row,
                        (a, b) -> a.version() > b.version() ? a : b,
                        java.util.LinkedHashMap::new));
    }

    private AssessmentTemplate read(TemplateRow row) {
        return byId.computeIfAbsent(row.id(), id -> {
            try {
                return new AssessmentTemplate(
                        id,
                        row.code(),
                        row.version(),
                        row.name(),
                        row.nameEn(),
                        row.formal(),
                        Texts.split(row.competences()),
                        json.readValue(row.definition(), Argument.listOf(TemplateField.class)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static boolean same(TemplateRow row, Reference form, String definition) {
        return row.name().equals(form.name())
                && row.nameEn().equals(form.nameEn())
                && row.formal() == form.formal()
                && row.competences().equals(String.join(",", form.competences()))
                && row.definition().equals(definition);
    }
}
