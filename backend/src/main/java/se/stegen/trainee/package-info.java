/** A programme with everything that belongs to it, as the API's {@code /trainees} shows it. */
@NullMarked
package se.stegen.trainee;

import org.jspecify.annotations.NullMarked;
