/** 360 (MSF): colleagues' feedback. */
@NullMarked
package se.stegen.ui.feedback;

import org.jspecify.annotations.NullMarked;
