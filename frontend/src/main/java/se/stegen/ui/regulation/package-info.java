/** Change of regulation. */
@NullMarked
package se.stegen.ui.regulation;

import org.jspecify.annotations.NullMarked;
