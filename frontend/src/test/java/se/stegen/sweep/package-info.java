/** What holds for all of the frontend. */
@NullMarked
package se.stegen.sweep;

import org.jspecify.annotations.NullMarked;
