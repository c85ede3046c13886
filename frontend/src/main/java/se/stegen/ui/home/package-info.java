/** The home page. */
@NullMarked
package se.stegen.ui.home;

import org.jspecify.annotations.NullMarked;
