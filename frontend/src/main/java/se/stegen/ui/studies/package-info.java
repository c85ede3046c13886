/** Screens of self-study and attendance. */
@NullMarked
package se.stegen.ui.studies;

import org.jspecify.annotations.NullMarked;
