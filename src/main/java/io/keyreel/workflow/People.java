package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.access.Users;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who people are and what a project lets them do. */
@Component
class People {
  private final Users users;
  private final Policy policy;
  private final SkillStore skills;

  People(Users users, Policy policy, SkillStore skills) {
    this.skills = skills;
    this.users = users;
    this.policy = policy;
  }

  User user(UUID id) {
    return users.find(id);
  }

  Person person(UUID id) {
    return new Person(id, users.find(id).name());
  }

  @Nullable Person personOrNone(@Nullable UUID id) {
    return id == null ? null : person(id);
  }

  Role role(User user, UUID project) {
    return policy.role(user, project);
  }

  Actor actor(User user, UUID project) {
    return new Actor(
        user.id(),
        policy.allows(user, project, Action.TASK_WORK),
        policy.allows(user, project, Action.TASK_REVIEW),
        policy.allows(user, project, Action.TASK_ASSIGN),
        skills.of(project, user.id()));
  }
}
