/** Journeys through the program in a real browser. */
@NullMarked
package se.stegen.e2e;

import org.jspecify.annotations.NullMarked;
