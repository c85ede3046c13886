package se.stegen.ui.component;

/** What stands around a screen. */
public interface Frame {
    /** Something was done: how much waits is counted again. */
    void refresh();
}
