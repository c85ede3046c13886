package se.stegen.selfevaluation;

/** Somebody to whom a self-evaluation may be passed on. */
public record Colleague(long personId, String name) {}
