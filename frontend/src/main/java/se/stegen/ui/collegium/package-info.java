/** Specialistkollegium: its plan, the meeting, the short forms before it and the outcome after it. */
@NullMarked
package se.stegen.ui.collegium;

import org.jspecify.annotations.NullMarked;
