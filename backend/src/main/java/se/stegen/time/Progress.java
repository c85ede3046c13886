package se.stegen.time;

/**
 * How far a programme has come, in whole months of full time.
 *
 * @param programmeId key
 * @param month the month that one is in, from 1, at most {@code months}
 * @param months months asked for after credits
 */
public record Progress(long programmeId, int month, int months) {}
