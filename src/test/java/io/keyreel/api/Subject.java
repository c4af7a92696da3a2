package io.keyreel.api;

import io.keyreel.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who knocks at an entry point.
 *
 * @see EntryPointsTest
 */
enum Subject {
  NOBODY(false, null),
  WITH_A_WRONG_TOKEN(false, null),
  WITH_A_REVOKED_TOKEN(false, null),
  WITH_A_CLOSED_ACCOUNT(false, null),
  WITHOUT_PROJECTS(true, null),
  ADMIN_ELSEWHERE(true, null),
  SENT_AWAY(true, null),
  LABELER(true, Role.LABELER),
  REVIEWER(true, Role.REVIEWER),
  LEAD(true, Role.LEAD),
  ADMIN(true, Role.ADMIN),
  SITE_ADMIN(true, Role.ADMIN);

  final boolean known;
  final @Nullable Role role;

  Subject(boolean known, @Nullable Role role) {
    this.known = known;
    this.role = role;
  }
}
