package se.stegen.review;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.stegen.common.ReferenceData;
import se.stegen.spur.Checklist;
import se.stegen.spur.ChecklistItem;

/** The checklist in the database, so that figures can ask how binding an action's item is. */
@Singleton
class ReviewItems implements ReferenceData {
    private final ItemRepository rows;

    ReviewItems(ItemRepository rows) {
        this.rows = rows;
    }

    /** Adds the items that the database does not have yet. */
    @Override
    @Transactional
    public void load() {
        Set<String> known = new HashSet<>(rows.codes());
        for (ChecklistItem item : Checklist.items()) {
            if (!known.contains(item.code())) {
                rows.put(
                        item.code(),
                        item.area().name(),
                        item.number(),
                        item.text(),
                        item.kind2015().name(),
                        item.kind2021().name(),
                        item.certainty());
            }
        }
    }
}

@MappedEntity("review_item")
record ItemRow(@Id String code) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface ItemRepository extends GenericRepository<ItemRow, String> {
    @Query("SELECT code FROM review_item")
    List<String> codes();

    @Query("INSERT IGNORE INTO review_item (code, area, number, text, kind_2015, kind_2021, certainty)"
            + " VALUES (:itemCode, :areaName, :number, :words, :kind2015, :kind2021, :certainty)")
    void put(
            String itemCode,
            String areaName,
            int number,
            String words,
            String kind2015,
            String kind2021,
            String certainty);
}
