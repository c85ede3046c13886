/** Served time, projected end, and what they follow from: posts, rates, leaves and credits. */
@NullMarked
package se.stegen.ui.time;

import org.jspecify.annotations.NullMarked;
