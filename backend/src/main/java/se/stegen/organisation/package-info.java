/** Organisations, clinics, people, their roles and qualifications. */
@NullMarked
package se.stegen.organisation;

import org.jspecify.annotations.NullMarked;
