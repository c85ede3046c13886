package se.stegen.meeting;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.stegen.common.ReferenceData;
import se.stegen.common.Today;
import se.stegen.meeting.TemplateRepository.Row;
import se.stegen.meeting.TemplateRepository.Stored;

/** The questions by which meetings are prepared: a clinic's own, else those that come with the program. */
@Singleton
class MeetingTemplates implements ReferenceData {
    private static final String REFERENCE = "/reference/meeting-templates.json";
    private static final Argument<List<MeetingQuestion>> QUESTIONS = Argument.listOf(MeetingQuestion.class);
    private static final Argument<List<String>> TEXTS = Argument.listOf(String.class);
    private static final Argument<List<Agreement>> AGREEMENTS = Argument.listOf(Agreement.class);

    private final TemplateRepository rows;
    private final ObjectMapper json;
    private final Today today;

    MeetingTemplates(TemplateRepository rows, ObjectMapper json, Today today) {
        this.rows = rows;
        this.json = json;
        this.today = today;
    }

    /** Adds the built-in questions as a new version where the file says something else than the latest one. */
    @Override
    @Transactional
    public void load() {
        try (InputStream in =
                Objects.requireNonNull(MeetingTemplates.class.getResourceAsStream(REFERENCE), REFERENCE)) {
            Map<String, List<MeetingQuestion>> file = json.readValue(in, Argument.mapOf(Argument.STRING, QUESTIONS));
            for (MeetingKind kind : MeetingKind.values()) {
                List<MeetingQuestion> wanted = Objects.requireNonNull(file.get(kind.name()));
                Optional<Stored> latest = rows.latest(null, kind.name());
                if (latest.isEmpty() || !read(latest.get().questions()).equals(wanted)) {
                    save(null, kind, wanted, null);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The template that a meeting of the kind begins with at a clinic; null where none was loaded. */
    @Nullable
    Long inUse(@Nullable Long clinicId, MeetingKind kind) {
        return current(clinicId, kind).map(Stored::id).orElse(null);
    }

    /** The questions in use at a clinic. */
    List<MeetingQuestion> questions(long clinicId, MeetingKind kind) {
        return current(clinicId, kind).map(row -> read(row.questions())).orElse(List.of());
    }

    /** The questions of a template; none where there is no template. */
    List<MeetingQuestion> questions(@Nullable Long templateId) {
        return templateId == null
                ? List.of()
                : rows.one(templateId).map(row -> read(row.questions())).orElse(List.of());
    }

    /** Whether the clinic has questions of its own. */
    boolean own(long clinicId, MeetingKind kind) {
        return rows.latest(clinicId, kind.name())
                .filter(row -> !read(row.questions()).isEmpty())
                .isPresent();
    }

    /** A new version. */
    void save(@Nullable Long clinicId, MeetingKind kind, List<MeetingQuestion> questions, @Nullable Long by) {
        int version = rows.latest(clinicId, kind.name()).map(Stored::version).orElse(0) + 1;
        rows.save(new Row(0, clinicId, kind, version, write(questions), by, today.utc()));
    }

    List<String> texts(String stored) {
        try {
            return json.readValue(stored, TEXTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Agreement> agreements(String stored) {
        try {
            return json.readValue(stored, AGREEMENTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Stored> current(@Nullable Long clinicId, MeetingKind kind) {
        Optional<Stored> own = clinicId == null
                ? Optional.empty()
                : rows.latest(clinicId, kind.name())
                        .filter(row -> !read(row.questions()).isEmpty());
        return own.isPresent() ? own : rows.latest(null, kind.name());
    }

    private List<MeetingQuestion> read(String questions) {
        try {
            return json.readValue(questions, QUESTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

@JdbcRepository(dialect = Dialect.MYSQL)
interface TemplateRepository extends GenericRepository<TemplateRepository.Row, Long> {
    @MappedEntity("meeting_template")
    record Row(
            @Id @GeneratedValue long id,
            @Nullable Long clinicId,
            MeetingKind kind,
            int version,
            String questions,
            @Nullable Long createdBy,
            LocalDateTime createdAt) {}

    /** A version. */
    @Introspected
    record Stored(long id, int version, String questions) {}

    Row save(Row row);

    @Query("SELECT id, version, questions FROM meeting_template WHERE clinic_id <=> :ofClinic AND kind = :ofKind"
            + " ORDER BY version DESC, id DESC LIMIT 1")
    Optional<Stored> latest(@Nullable Long ofClinic, String ofKind);

    @Query("SELECT id, version, questions FROM meeting_template WHERE id = :templateId")
    Optional<Stored> one(long templateId);
}
