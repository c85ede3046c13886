/** Sign-in page, the page behind one-time links, the warning before an idle sign-in ends. */
@NullMarked
package se.stegen.ui.signin;

import org.jspecify.annotations.NullMarked;
