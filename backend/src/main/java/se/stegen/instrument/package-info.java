/** Forms of assessment (bedömningsinstrument): built in or a clinic's own, in versions that never change. */
@NullMarked
package se.stegen.instrument;

import org.jspecify.annotations.NullMarked;
