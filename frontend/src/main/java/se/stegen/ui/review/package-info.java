/** Screens of reviews and their action plans. */
@NullMarked
package se.stegen.ui.review;

import org.jspecify.annotations.NullMarked;
