package io.keyreel.access;

import static io.keyreel.access.Standing.Hold.FREE;
import static io.keyreel.access.Standing.Hold.MINE;
import static io.keyreel.access.Standing.Hold.OTHERS;
import static io.keyreel.access.Standing.Phase.APPROVED;
import static io.keyreel.access.Standing.Phase.LABEL;
import static io.keyreel.access.Standing.Phase.REVIEW;

import io.keyreel.access.Standing.Hold;
import io.keyreel.access.Standing.Phase;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One row of the policy table: from this role on the action is allowed, on tasks in these phases
 * and held so. An action that is about no task has all of both.
 */
record Rule(Action action, Role from, Set<Phase> phases, Set<Hold> holds) {
  private static final Set<Phase> ANY_PHASE = EnumSet.allOf(Phase.class);
  private static final Set<Hold> ANY_HOLD = EnumSet.allOf(Hold.class);

  /** The policy table. */
  static final List<Rule> TABLE =
      List.of(
          rule(Action.PROJECT_VIEW, Role.LABELER),
          rule(Action.PROJECT_EDIT, Role.LEAD),
          rule(Action.MEMBERS_VIEW, Role.LABELER),
          rule(Action.MEMBERS_EDIT, Role.ADMIN),
          rule(Action.ONTOLOGY_EDIT, Role.LEAD),
          rule(Action.WORKFLOW_EDIT, Role.LEAD),
          rule(Action.VIDEO_VIEW, Role.LABELER),
          rule(Action.VIDEO_UPLOAD, Role.LEAD),
          rule(Action.VIDEO_EDIT, Role.LEAD),
          rule(Action.VIDEO_DELETE, Role.LEAD),
          rule(Action.JOB_VIEW, Role.LABELER),
          rule(Action.JOB_CANCEL, Role.LEAD),
          rule(Action.TASK_VIEW, Role.LABELER),
          rule(Action.TASK_WORK, Role.LABELER, Set.of(LABEL), Set.of(MINE, FREE)),
          rule(Action.TASK_WORK, Role.LEAD, Set.of(LABEL), ANY_HOLD),
          rule(Action.TASK_ASSIGN, Role.LEAD, Set.of(LABEL, REVIEW), ANY_HOLD),
          rule(Action.TASK_REVIEW, Role.REVIEWER, Set.of(REVIEW), Set.of(MINE, FREE)),
          rule(Action.TASK_REVIEW, Role.LEAD, Set.of(REVIEW), Set.of(OTHERS)),
          rule(Action.TASK_REOPEN, Role.LEAD, Set.of(APPROVED), ANY_HOLD),
          rule(Action.LABEL_EDIT, Role.LABELER, Set.of(LABEL), Set.of(MINE)),
          rule(Action.LABEL_EDIT, Role.REVIEWER, Set.of(REVIEW), Set.of(MINE)),
          rule(Action.LABEL_EDIT, Role.LEAD, Set.of(LABEL, REVIEW), ANY_HOLD),
          rule(Action.RUN_START, Role.LABELER, Set.of(LABEL), Set.of(MINE)),
          rule(Action.RUN_START, Role.REVIEWER, Set.of(REVIEW), Set.of(MINE)),
          rule(Action.RUN_START, Role.LEAD, Set.of(LABEL, REVIEW), ANY_HOLD),
          rule(Action.NOTE_WRITE, Role.LABELER),
          rule(Action.ANALYTICS_VIEW, Role.REVIEWER),
          rule(Action.EXPORT_CREATE, Role.LEAD),
          rule(Action.EXPORT_READ, Role.REVIEWER),
          rule(Action.AUDIT_READ, Role.ADMIN));

  static boolean allows(Role role, Action action) {
    return TABLE.stream().anyMatch(rule -> rule.action == action && role.atLeast(rule.from));
  }

  static boolean allows(Role role, Action action, Standing standing) {
    return TABLE.stream().anyMatch(rule -> rule.matches(role, action, standing));
  }

  private boolean matches(Role role, Action wanted, Standing standing) {
    return action == wanted
        && role.atLeast(from)
        && phases.contains(standing.phase())
        && holds.contains(standing.hold());
  }

  private static Rule rule(Action action, Role from) {
    return new Rule(action, from, ANY_PHASE, ANY_HOLD);
  }

  private static Rule rule(Action action, Role from, Set<Phase> phases, Set<Hold> holds) {
    return new Rule(action, from, phases, holds);
  }
}
