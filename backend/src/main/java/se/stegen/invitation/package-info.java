/** One-time links with which assessors without account answer, and what looks odd about such answers. */
@NullMarked
package se.stegen.invitation;

import org.jspecify.annotations.NullMarked;
