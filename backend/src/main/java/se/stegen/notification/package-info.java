/** Mail: queued in the transaction of what it tells of, sent after it, once. */
@NullMarked
package se.stegen.notification;

import org.jspecify.annotations.NullMarked;
