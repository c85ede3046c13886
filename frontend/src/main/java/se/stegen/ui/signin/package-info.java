/** Sign-in and one-time links. */
@NullMarked
package se.stegen.ui.signin;

import org.jspecify.annotations.NullMarked;
