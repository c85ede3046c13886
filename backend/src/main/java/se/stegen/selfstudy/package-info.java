/** Självstudier that doctors log. */
@NullMarked
package se.stegen.selfstudy;

import org.jspecify.annotations.NullMarked;
