/** What a person sees and does on each screen. */
@NullMarked
package se.stegen.e2e.page;

import org.jspecify.annotations.NullMarked;
