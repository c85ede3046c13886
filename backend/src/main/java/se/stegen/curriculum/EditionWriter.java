package se.stegen.curriculum;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.List;
import se.stegen.curriculum.CurriculumRepository.CurriculumRow;

/** Writes a new edition with its goals, inside the caller's transaction. */
@Singleton
class EditionWriter {
    private final CurriculumRepository curricula;
    private final JdbcOperations jdbc;

    EditionWriter(CurriculumRepository curricula, JdbcOperations jdbc) {
        this.curricula = curricula;
        this.jdbc = jdbc;
    }

    long write(
            String regulation,
            String specialtyCode,
            int number,
            String source,
            boolean checked,
            @Nullable String remark,
            LocalDateTime at,
            @Nullable Long by,
            List<Goal> goals) {
        long id = curricula
                .save(new CurriculumRow(0, regulation, specialtyCode, number, source, checked, remark, at, by))
                .id();
        if (goals.isEmpty()) {
            return id;
        }
        // One statement per edition: the first start writes about five thousand goals.
        String sql =
                "INSERT INTO goal (curriculum_id, code, goal_group, title, activities, checked, sort_order) VALUES "
                        + String.join(",", java.util.Collections.nCopies(goals.size(), "(?,?,?,?,?,?,?)"));
        jdbc.prepareStatement(sql, statement -> {
            int i = 1;
            int order = 1;
            for (Goal goal : goals) {
                statement.setLong(i++, id);
                statement.setString(i++, goal.code());
                statement.setString(i++, goal.group().name());
                statement.setString(i++, goal.title());
                statement.setString(i++, goal.activities());
                statement.setBoolean(i++, goal.checked());
                statement.setInt(i++, order++);
            }
            return statement.executeUpdate();
        });
        return id;
    }
}
