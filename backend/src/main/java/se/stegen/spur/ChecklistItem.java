package se.stegen.spur;

/**
 * An item (punkt) of SPUR's checklist.
 *
 * @param code area and number: H7
 * @param number from 1 within the area
 * @param text word for word, in Swedish
 * @param kind2015 how binding it is under SOSFS 2015:8
 * @param kind2021 how binding it is under HSLF-FS 2021:8
 * @param certainty HIGH, MEDIUM or LOW: reports print the items apart from their headings, so that some were inferred
 */
public record ChecklistItem(
        String code, Area area, int number, String text, RuleKind kind2015, RuleKind kind2021, String certainty) {}
