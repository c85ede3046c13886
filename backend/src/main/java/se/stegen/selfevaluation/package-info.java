/** Self-evaluation of a clinic before a review: SPUR's checklist with figures, own words and what is missing. */
@NullMarked
package se.stegen.selfevaluation;

import org.jspecify.annotations.NullMarked;
