package io.keyreel.access;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to what, and when.
 *
 * @param number counts up without gaps
 * @param actor absent when the server itself did it
 * @param subject kind and id, such as "project:0199…"
 */
public record AuditEntry(
    long number,
    Instant at,
    @Nullable UUID actor,
    String action,
    String subject,
    @Nullable UUID project,
    Map<String, Object> detail) {}
