/** What every signed record shares: its states, who changed them when and why, and voiding (makulering). */
@NullMarked
package se.stegen.signing;

import org.jspecify.annotations.NullMarked;
