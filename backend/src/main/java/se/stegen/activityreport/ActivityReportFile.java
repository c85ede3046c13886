package se.stegen.activityreport;

/**
 * A yearly report as a file.
 *
 * @param name with its ending, without anything that a path could be made of
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ActivityReportFile(String name, String contentType, byte[] content) {}
