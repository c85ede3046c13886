package se.stegen.chart;

import java.awt.Color;

/** What a part of a chart is drawn with: a mark in the drawing, a class of the style sheet on the page. */
enum Ink {
    /** Words and numbers. */
    TEXT(1, "chart-text"),
    /** Lines behind. */
    GRID(2, "chart-grid"),
    /** What is shown. */
    LINE(3, "chart-line"),
    /** From where it is green. */
    GREEN(4, "chart-green"),
    /** From where it is yellow. */
    YELLOW(5, "chart-yellow");

    private final int mark;
    private final String className;

    Ink(int mark, String className) {
        this.mark = mark;
        this.className = className;
    }

    Color color() {
        return new Color(mark, mark, mark);
    }

    String className() {
        return className;
    }

    /** As the drawing writes it: {@code rgb(3,3,3)}. */
    String written() {
        return "rgb(" + mark + "," + mark + "," + mark + ")";
    }
}
