package io.keyreel.access;

/** A person in a project. */
public record Member(User user, Role role) {}
