package se.stegen.coverage;

import java.time.LocalDate;
import java.util.List;

/**
 * "Det här saknas".
 *
 * @param programmeId whose
 * @param day the day it is told for
 * @param parts before each placement that is under way, before the next session, before the programme ends
 */
public record Missing(long programmeId, LocalDate day, List<MissingPart> parts) {}
