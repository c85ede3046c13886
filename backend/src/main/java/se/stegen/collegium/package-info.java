/** Specialistkollegium: planned, prepared, held, and what follows from it. */
@NullMarked
package se.stegen.collegium;

import org.jspecify.annotations.NullMarked;
