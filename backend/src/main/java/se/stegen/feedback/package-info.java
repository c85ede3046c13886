/** 360 (MSF): rounds of colleagues' feedback, anonymous to the doctor, released by the main supervisor after a talk. */
@NullMarked
package se.stegen.feedback;

import org.jspecify.annotations.NullMarked;
