/** Screens of support plans. */
@NullMarked
package se.stegen.ui.supportplan;

import org.jspecify.annotations.NullMarked;
