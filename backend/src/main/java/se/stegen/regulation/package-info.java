/** Change of regulation within a programme: from SOSFS 2015:8 to HSLF-FS 2021:8, with the goals mapped by the doctor. */
@NullMarked
package se.stegen.regulation;

import org.jspecify.annotations.NullMarked;
