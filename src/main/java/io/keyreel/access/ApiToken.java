package io.keyreel.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token by which a program acts as a person. */
public record ApiToken(UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
