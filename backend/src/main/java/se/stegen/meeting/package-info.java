/** Utvecklingssamtal, avstämningsmöten and introductions: planned, prepared by both, closed by one. */
@NullMarked
package se.stegen.meeting;

import org.jspecify.annotations.NullMarked;
