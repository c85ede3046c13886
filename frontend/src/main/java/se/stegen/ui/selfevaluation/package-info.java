/** Screens of self-evaluations. */
@NullMarked
package se.stegen.ui.selfevaluation;

import org.jspecify.annotations.NullMarked;
