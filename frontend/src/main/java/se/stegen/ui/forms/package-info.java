/** A clinic's forms of assessment: the list, and the builder with its preview. */
@NullMarked
package se.stegen.ui.forms;

import org.jspecify.annotations.NullMarked;
