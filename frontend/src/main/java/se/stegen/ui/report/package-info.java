/** Screens of yearly and supervisors' reports. */
@NullMarked
package se.stegen.ui.report;

import org.jspecify.annotations.NullMarked;
