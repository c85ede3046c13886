/** Målbeskrivningar: regulations, specialties and goals (delmål) as versioned reference data. */
@NullMarked
package se.stegen.curriculum;

import org.jspecify.annotations.NullMarked;
