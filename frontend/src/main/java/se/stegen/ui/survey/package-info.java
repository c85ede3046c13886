/** Screens of surveys: opening, answering, results. */
@NullMarked
package se.stegen.ui.survey;

import org.jspecify.annotations.NullMarked;
