/** What waits for a person: the home page. */
@NullMarked
package se.stegen.home;

import org.jspecify.annotations.NullMarked;
