package se.stegen.instrument;

import java.util.List;

/**
 * One version of a form; never changes.
 *
 * @param code mini-cex, dops, cbd …
 * @param formal counts for the indicator ASSESSMENT
 * @param competences general competences that it shows
 */
public record AssessmentTemplate(
        long id,
        String code,
        int version,
        String name,
        String nameEn,
        boolean formal,
        List<String> competences,
        List<TemplateField> fields) {}
