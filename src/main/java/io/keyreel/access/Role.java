package io.keyreel.access;

/** What a member may do in a project, weakest first. Each role may do all that a weaker one may. */
public enum Role {
  LABELER,
  REVIEWER,
  LEAD,
  ADMIN;

  public boolean atLeast(Role other) {
    return compareTo(other) >= 0;
  }
}
