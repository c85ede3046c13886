package se.stegen.programme;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PostRepository extends GenericRepository<PostRepository.PostRow, Long> {
    @MappedEntity("post")
    record PostRow(
            @Id @GeneratedValue long id,
            long programmeId,
            long clinicId,
            LocalDate startDate,
            @Nullable LocalDate endDate,
            int version) {}

    PostRow save(PostRow row);

    @Query("SELECT o.id, o.clinic_id, c.name AS clinic_name, o.start_date, o.end_date, o.version"
            + " FROM post o JOIN clinic c ON c.id = o.clinic_id WHERE o.programme_id = :programmeId"
            + " ORDER BY o.start_date, o.id")
    List<Post> posts(long programmeId);

    @Query("UPDATE post SET start_date = :startDate, end_date = :endDate, version = version + 1"
            + " WHERE id = :id AND version = :version")
    int update(long id, int version, LocalDate startDate, @Nullable LocalDate endDate);
}
