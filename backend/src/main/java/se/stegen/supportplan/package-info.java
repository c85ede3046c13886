/** Åtgärdsplaner of doctors at risk of not reaching the goals (HSLF-FS 2021:8, 5 kap. 7 §). */
@NullMarked
package se.stegen.supportplan;

import org.jspecify.annotations.NullMarked;
