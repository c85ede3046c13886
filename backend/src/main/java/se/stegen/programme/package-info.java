/** A doctor's ST: programme, posts, main supervisors, placements and leaves. */
@NullMarked
package se.stegen.programme;

import org.jspecify.annotations.NullMarked;
