/** Placements and courses of a doctor, their evaluation, and what a clinic sees of it. */
@NullMarked
package se.stegen.ui.placement;

import org.jspecify.annotations.NullMarked;
