/** Screens of talks: what is planned and due, one talk prepared and closed, a clinic's questions. */
@NullMarked
package se.stegen.ui.meeting;

import org.jspecify.annotations.NullMarked;
