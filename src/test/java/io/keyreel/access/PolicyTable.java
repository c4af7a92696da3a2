package io.keyreel.access;

/** The policy table, for tests of other rooms that hold entry points to it. */
public final class PolicyTable {
  private PolicyTable() {}

  public static boolean allows(Role role, Action action) {
    return Rule.allows(role, action);
  }

  public static boolean allows(Role role, Action action, Standing standing) {
    return Rule.allows(role, action, standing);
  }
}
