package io.keyreel.workflow;

import java.util.UUID;

/** Somebody, as others are shown them. */
public record Person(UUID id, String name) {}
