package io.keyreel.access;

/**
 * A place where the audit record was tampered with.
 *
 * @param number of the first entry that does not follow from the one before it
 */
public record AuditFlaw(long number, String what) {}
