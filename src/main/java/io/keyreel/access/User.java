package io.keyreel.access;

import java.util.UUID;

/**
 * A person with an account.
 *
 * @param siteAdmin counts as admin in every project
 */
public record User(UUID id, String email, String name, boolean siteAdmin) {}
