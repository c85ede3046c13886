/** Screens of a clinic's teaching, the code in the room and the list. */
@NullMarked
package se.stegen.ui.teaching;

import org.jspecify.annotations.NullMarked;
