package se.stegen.iup;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A whole plan as it was sent: what a version keeps for ever.
 *
 * @param regulation {@code 2015} or {@code 2021}
 * @param curriculumId the edition whose goals it names
 * @param items activities by first day
 */
@Serdeable
public record IupContent(String regulation, long curriculumId, List<IupItem> items) {}
