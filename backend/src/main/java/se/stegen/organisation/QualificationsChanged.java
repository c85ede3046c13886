package se.stegen.organisation;

/**
 * Somebody's qualifications were changed, told in the transaction that does it.
 *
 * @param personId whose
 */
public record QualificationsChanged(long personId) {}
