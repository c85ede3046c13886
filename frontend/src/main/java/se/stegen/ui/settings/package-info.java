/** One's own settings. */
@NullMarked
package se.stegen.ui.settings;

import org.jspecify.annotations.NullMarked;
