/** The learning curve and the körkort of one doctor. */
@NullMarked
package se.stegen.ui.learning;

import org.jspecify.annotations.NullMarked;
