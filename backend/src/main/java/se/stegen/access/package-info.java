/** Who may do what: {@link se.stegen.access.Actor}, {@link se.stegen.access.AccessPolicy}, sign-in, tokens and the log of readers. */
@NullMarked
package se.stegen.access;

import org.jspecify.annotations.NullMarked;
