/** Screens of supervision sessions. */
@NullMarked
package se.stegen.ui.supervision;

import org.jspecify.annotations.NullMarked;
