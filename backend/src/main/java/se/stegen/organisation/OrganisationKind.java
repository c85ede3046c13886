package se.stegen.organisation;

/** Kind of organisation. */
public enum OrganisationKind {
    /** Region. */
    REGION,
    /** Privat vårdgivare. */
    PROVIDER,
    /** Sjukhus, or another unit that has clinics. */
    HOSPITAL
}
