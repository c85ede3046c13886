/** A clinic measured against its guideline (riktlinje): profiles, indicators, traffic lights. */
@NullMarked
package se.stegen.guideline;

import org.jspecify.annotations.NullMarked;
