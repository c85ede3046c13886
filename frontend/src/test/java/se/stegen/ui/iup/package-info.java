@NullMarked
package se.stegen.ui.iup;

import org.jspecify.annotations.NullMarked;
