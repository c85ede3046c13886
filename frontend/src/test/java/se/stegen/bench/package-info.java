/** Figures of the built program: {@code ./stegen bench}. What they mean: docs/benchmarks.md. */
@NullMarked
package se.stegen.bench;

import org.jspecify.annotations.NullMarked;
