/** Work that nobody asks for: run by the clock, on one of the instances at a time. */
@NullMarked
package se.stegen.job;

import org.jspecify.annotations.NullMarked;
