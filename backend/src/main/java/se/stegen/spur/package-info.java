/** What a SPUR report is: areas, grades, the checklist, and how a report's file is read. */
@NullMarked
package se.stegen.spur;

import org.jspecify.annotations.NullMarked;
