package se.stegen.feedback;

import java.util.List;
import java.util.Map;
import se.stegen.instrument.TemplateField;

/**
 * What colleagues said, pooled; nothing tells who said what.
 *
 * @param answers how many, at least 5
 * @param fields one for each field of the form that is judged, in its order
 * @param doMore comments, in no order
 * @param workOn comments, in no order
 */
public record FeedbackResult(int answers, List<Field> fields, List<String> doMore, List<String> workOn) {
    /**
     * One field, pooled.
     *
     * @param counts by option's value, in the form's order, zeros included
     * @param texts free texts of a text field, in no order
     * @param own the doctor's own answer; empty where there is none
     */
    public record Field(TemplateField field, Map<String, Integer> counts, List<String> texts, String own) {}
}
