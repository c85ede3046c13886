/** Reminders by mail: one digest a week at most, and what has waited long goes to the studierektor. */
@NullMarked
package se.stegen.reminder;

import org.jspecify.annotations.NullMarked;
