package se.stegen.guideline;

/**
 * A clinic's figures as a file.
 *
 * @param name with its ending, without anything that a path could be made of
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ComplianceFile(String name, String contentType, byte[] content) {}
