/** The screen on which one signs many in a row. */
@NullMarked
package se.stegen.ui.tosign;

import org.jspecify.annotations.NullMarked;
