/** What every REST call shares: errors as problem+json, calls that are answered once, the description of the API. */
@NullMarked
package se.stegen.api;

import org.jspecify.annotations.NullMarked;
