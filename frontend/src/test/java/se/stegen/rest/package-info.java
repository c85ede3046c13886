/** The REST API over real HTTP, on the real server and database. */
@NullMarked
package se.stegen.rest;

import org.jspecify.annotations.NullMarked;
