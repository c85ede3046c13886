/** The plan (IUP): board, list, approval, versions. */
@NullMarked
package se.stegen.ui.iup;

import org.jspecify.annotations.NullMarked;
