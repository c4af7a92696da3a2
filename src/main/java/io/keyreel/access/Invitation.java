package io.keyreel.access;

import org.jspecify.annotations.Nullable;

/**
 * What an invitation led to.
 *
 * @param path the one-time link below the server's address, for people who have never signed in;
 *     the others simply find the project in their list
 */
public record Invitation(Member member, @Nullable String path) {}
