/** Årsrapporter drafted from the portfolio, and the handledarrapporter that comment them. */
@NullMarked
package se.stegen.report;

import org.jspecify.annotations.NullMarked;
