/** Records kept elsewhere that are brought in (Överfört): never signed here, counted on their own dates. */
@NullMarked
package se.stegen.history;

import org.jspecify.annotations.NullMarked;
