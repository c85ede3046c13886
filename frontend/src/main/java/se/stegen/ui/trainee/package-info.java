/** A doctor's programme, and the doctors one supervises. */
@NullMarked
package se.stegen.ui.trainee;

import org.jspecify.annotations.NullMarked;
