/** Screens of records kept elsewhere that are brought in. */
@NullMarked
package se.stegen.ui.history;

import org.jspecify.annotations.NullMarked;
