/** Placements with their supervisor, goals and introduction, and what doctors say of placements and courses. */
@NullMarked
package se.stegen.placement;

import org.jspecify.annotations.NullMarked;
