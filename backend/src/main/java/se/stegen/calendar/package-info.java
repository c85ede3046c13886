/** What has a place in people's calendars: appointments that the features write, invitations and feeds made of them. */
@NullMarked
package se.stegen.calendar;

import org.jspecify.annotations.NullMarked;
