@NullMarked
package se.stegen.proof;

import org.jspecify.annotations.NullMarked;
