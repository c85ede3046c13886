/** Documents to print: HTML made into PDF in memory. */
@NullMarked
package se.stegen.print;

import org.jspecify.annotations.NullMarked;
