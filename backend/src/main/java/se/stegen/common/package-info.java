/** Value objects and errors that every feature uses. */
@NullMarked
package se.stegen.common;

import org.jspecify.annotations.NullMarked;
