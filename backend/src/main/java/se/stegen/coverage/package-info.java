/** How far a doctor has come with each goal: what is planned, what shows it (underlag), what is attested, what is missing. */
@NullMarked
package se.stegen.coverage;

import org.jspecify.annotations.NullMarked;
