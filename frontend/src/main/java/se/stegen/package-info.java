/** The program that runs: {@link se.stegen.Application}. */
@NullMarked
package se.stegen;

import org.jspecify.annotations.NullMarked;
