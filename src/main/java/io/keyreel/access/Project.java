package io.keyreel.access;

import java.time.Instant;
import java.util.UUID;

/** Ontology, workflow, members and videos belong to one. */
public record Project(
    UUID id,
    String name,
    String description,
    String template,
    ProjectSettings settings,
    long version,
    Instant createdAt) {}
