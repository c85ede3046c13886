/**
 * Vaadin served by Micronaut on Tomcat: the only place that knows both. It follows the names and the shape of the coming
 * official {@code micronaut-vaadin}, so that it can be thrown away for it.
 */
@NullMarked
package se.stegen.ui.bridge;

import org.jspecify.annotations.NullMarked;
