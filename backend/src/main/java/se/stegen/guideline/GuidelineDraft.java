package se.stegen.guideline;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * A version that is being written.
 *
 * @param fields as they were typed, by name
 * @param savedAt UTC
 */
public record GuidelineDraft(Map<String, String> fields, LocalDateTime savedAt) {}
