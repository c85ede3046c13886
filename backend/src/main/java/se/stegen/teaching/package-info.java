/** Internutbildning and journal clubs of a clinic, and who was there. */
@NullMarked
package se.stegen.teaching;

import org.jspecify.annotations.NullMarked;
