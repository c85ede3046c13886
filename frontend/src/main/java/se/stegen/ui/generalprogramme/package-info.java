/** A clinic's general programme (allmänt utbildningsprogram). */
@NullMarked
package se.stegen.ui.generalprogramme;

import org.jspecify.annotations.NullMarked;
