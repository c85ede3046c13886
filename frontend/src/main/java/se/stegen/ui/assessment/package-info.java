/** Screens of assessments: asking, answering, reading. */
@NullMarked
package se.stegen.ui.assessment;

import org.jspecify.annotations.NullMarked;
