/** The database: the embedded server, the migrations, the two accounts and their privileges. */
@NullMarked
package se.stegen.database;

import org.jspecify.annotations.NullMarked;
