/** Charts, drawn as SVG by a library and made fit for a page: its colours, a title, nothing that could run. */
@NullMarked
package se.stegen.chart;

import org.jspecify.annotations.NullMarked;
