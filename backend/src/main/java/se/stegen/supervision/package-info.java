/** Handledningssamtal: planned or held, sent to the supervisor, signed. */
@NullMarked
package se.stegen.supervision;

import org.jspecify.annotations.NullMarked;
