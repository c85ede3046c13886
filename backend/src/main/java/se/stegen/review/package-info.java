/** Reviews (granskningar) of clinics, and their action plans as work. */
@NullMarked
package se.stegen.review;

import org.jspecify.annotations.NullMarked;
