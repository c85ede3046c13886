package se.stegen.iup;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An approved version of a plan; never changes.
 *
 * @param number from 1
 * @param approvedOn day of the last approval, in Sweden
 * @param approvals who approved
 * @param sentByName who sent it
 * @param sentAt UTC
 */
public record IupVersion(
        int number, LocalDate approvedOn, List<IupApproval> approvals, String sentByName, LocalDateTime sentAt) {}
