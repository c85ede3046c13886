/** How much of an ST is served, what remains and when it ends: the one place that sums days. */
@NullMarked
package se.stegen.time;

import org.jspecify.annotations.NullMarked;
