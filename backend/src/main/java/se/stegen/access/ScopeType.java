package se.stegen.access;

/** What a role is given for. */
public enum ScopeType {
    /** One clinic. */
    CLINIC,
    /** An organisation and all below it. */
    ORGANISATION
}
