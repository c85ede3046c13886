/** Vaadin's components as a person uses them. */
@NullMarked
package se.stegen.e2e.vaadin;

import org.jspecify.annotations.NullMarked;
