/** Individuellt utbildningsprogram (IUP): planned, sent, approved, revised; and the clinics' general programmes. */
@NullMarked
package se.stegen.iup;

import org.jspecify.annotations.NullMarked;
