/** What every screen shares: the application shell, the main layout, error views. */
@NullMarked
package se.stegen.ui;

import org.jspecify.annotations.NullMarked;
