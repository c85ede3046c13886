package se.stegen.history;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What came of bringing records in.
 *
 * @param imported records that are new
 * @param skipped records that an earlier time had brought in already, equal in every field
 */
@Serdeable
public record TransferResult(int imported, int skipped) {}
