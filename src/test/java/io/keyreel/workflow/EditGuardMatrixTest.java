package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Action;
import io.keyreel.access.PolicyTable;
import io.keyreel.access.Project;
import io.keyreel.access.Role;
import io.keyreel.access.Standing;
import io.keyreel.access.Standing.Hold;
import io.keyreel.access.Standing.Phase;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.EditGuard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may edit labels: every role × stage × holder, as the policy table says. */
@KeyreelTest
class EditGuardMatrixTest {
  @Autowired private ApplicationContext context;
  @Autowired private EditGuard guard;
  @Autowired private JdbcClient jdbc;

  @Test
  void letsPeopleEditAsThePolicyTableSays() {
    TestPeople people = new TestPeople(context);
    User owner = people.siteAdmin();
    Project project = people.project(owner);
    User somebodyElse = people.member(project, Role.ADMIN, owner);
    Task task = new SampleTasks(context).open(project, owner);
    List<String> mismatches = new ArrayList<>();
    for (Role role : Role.values()) {
      User user = people.member(project, role, owner);
      for (Phase phase : Phase.values()) {
        for (Hold hold : Hold.values()) {
          if (phase == Phase.APPROVED && hold != Hold.OTHERS) {
            // Nobody holds an approved task.
            continue;
          }
          set(task, phase, holder(hold, user, somebodyElse));
          boolean expected = PolicyTable.allows(role, Action.LABEL_EDIT, new Standing(phase, hold));
          if (allowed(task, user) != expected) {
            mismatches.add("%s %s %s: not %s".formatted(role, phase, hold, expected));
          }
        }
      }
    }
    assertThat(mismatches).isEmpty();
  }

  @Test
  void knowsNoTaskForWhoIsNoMember() {
    TestPeople people = new TestPeople(context);
    User owner = people.siteAdmin();
    Task task = new SampleTasks(context).open(people.project(owner), owner);
    assertThat(refusal(task, people.user("stranger"))).isInstanceOf(UserError.NotFound.class);
  }

  private boolean allowed(Task task, User user) {
    return refusal(task, user) == null;
  }

  private @Nullable UserError refusal(Task task, User user) {
    try {
      guard.check(task.labelSet(), user, task.id(), new FrameRange(0, 1));
      return null;
    } catch (UserError refusal) {
      return refusal;
    }
  }

  private static @Nullable User holder(Hold hold, User me, User other) {
    return switch (hold) {
      case MINE -> me;
      case OTHERS -> other;
      case FREE -> null;
    };
  }

  private void set(Task task, Phase phase, @Nullable User holder) {
    Stage stage =
        task.workflow().stages().stream()
            .filter(candidate -> candidate.kind().name().equals(phase.name()))
            .findFirst()
            .orElseThrow();
    boolean approved = phase == Phase.APPROVED;
    jdbc.sql("update tasks set stage = ?, stage_kind = ?, state = ?, assignee = ? where id = ?")
        .param(stage.id())
        .param(stage.kind().name())
        .param(approved ? "APPROVED" : holder == null ? "OPEN" : "IN_PROGRESS")
        .param(approved || holder == null ? null : holder.id())
        .param(task.id())
        .update();
  }
}
