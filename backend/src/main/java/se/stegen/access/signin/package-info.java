/** Sign-in: passwords, tokens and the keys that sign them, one-time links, guesses that are throttled. */
@NullMarked
package se.stegen.access.signin;

import org.jspecify.annotations.NullMarked;
