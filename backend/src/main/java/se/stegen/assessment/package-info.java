/** Mini-CEX, DOPS, CBD and other assessments: asked for, answered, signed. */
@NullMarked
package se.stegen.assessment;

import org.jspecify.annotations.NullMarked;
