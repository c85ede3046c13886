/** The yearly report (verksamhetsberättelse) of an organisation: its figures drafted as a document that is ready to edit. */
@NullMarked
package se.stegen.activityreport;

import org.jspecify.annotations.NullMarked;
