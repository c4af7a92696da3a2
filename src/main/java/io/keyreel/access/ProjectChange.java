package io.keyreel.access;

import org.jspecify.annotations.Nullable;

/**
 * What to change in a project; what is absent stays.
 *
 * @param version the version it was read at
 */
public record ProjectChange(
    long version,
    @Nullable String name,
    @Nullable String description,
    @Nullable ProjectSettings settings) {}
