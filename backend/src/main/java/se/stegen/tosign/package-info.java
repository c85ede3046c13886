/** Signing many in a row: what waits for one's signature, and signing what one has opened. */
@NullMarked
package se.stegen.tosign;

import org.jspecify.annotations.NullMarked;
