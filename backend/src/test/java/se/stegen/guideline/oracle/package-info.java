/** A slow, plain twin of what measures clinics, written sentence by sentence from {@code docs/indicators.md}. */
@NullMarked
package se.stegen.guideline.oracle;

import org.jspecify.annotations.NullMarked;
