package se.stegen.curriculum;

import java.util.List;

/**
 * Målbeskrivning: one edition with its goals.
 *
 * @param edition which one
 * @param goals common goals first, then the specialty's own
 */
public record Curriculum(CurriculumEdition edition, List<Goal> goals) {}
