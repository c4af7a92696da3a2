package io.keyreel.access;

import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param password none for people who come in by a one-time link
 */
public record NewUser(String email, String name, boolean siteAdmin, @Nullable String password) {}
