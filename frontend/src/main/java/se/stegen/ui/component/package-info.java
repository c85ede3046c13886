/** Parts that screens are made of: built once, used everywhere. */
@NullMarked
package se.stegen.ui.component;

import org.jspecify.annotations.NullMarked;
