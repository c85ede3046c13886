/** A clinic against its guideline. */
@NullMarked
package se.stegen.ui.clinic;

import org.jspecify.annotations.NullMarked;
