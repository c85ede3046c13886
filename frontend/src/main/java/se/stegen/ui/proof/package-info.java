/** Signatures on screens and on paper, and the page that everybody can check them on. */
@NullMarked
package se.stegen.ui.proof;

import org.jspecify.annotations.NullMarked;
