/** Allmänt utbildningsprogram: what a clinic plans for every doctor in ST of a specialty. */
@NullMarked
package se.stegen.generalprogramme;

import org.jspecify.annotations.NullMarked;
