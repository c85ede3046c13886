/** Administration: organisations, people, programmes, curricula. */
@NullMarked
package se.stegen.ui.admin;

import org.jspecify.annotations.NullMarked;
