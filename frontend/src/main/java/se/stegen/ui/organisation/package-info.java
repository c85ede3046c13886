/** Guidelines: an organisation's versions, what a clinic overrides, and where its lights come from and go. */
@NullMarked
package se.stegen.ui.organisation;

import org.jspecify.annotations.NullMarked;
