/** Proof of what was signed: frozen, chained and signed content, its verification, and lawful deletion. */
@NullMarked
package se.stegen.proof;

import org.jspecify.annotations.NullMarked;
