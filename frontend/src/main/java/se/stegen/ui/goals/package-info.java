/** Screens of goals: how far each has come, what shows it, its attestation, and what is missing. */
@NullMarked
package se.stegen.ui.goals;

import org.jspecify.annotations.NullMarked;
