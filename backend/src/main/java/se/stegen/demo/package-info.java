/** The fictional demo region. */
@NullMarked
package se.stegen.demo;

import org.jspecify.annotations.NullMarked;
