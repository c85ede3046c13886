package se.stegen.iup;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDateTime;
import se.stegen.access.IupApprover;

/**
 * One approval of a sent plan.
 *
 * @param approver as what
 * @param personName who
 * @param approvedAt UTC
 */
@Introspected
public record IupApproval(IupApprover approver, String personName, LocalDateTime approvedAt) {}
