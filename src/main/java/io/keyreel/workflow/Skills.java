package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Audit;
import io.keyreel.access.Policy;
import io.keyreel.access.Projects;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members of a project are good at; tasks can ask for it. */
@Service
public class Skills {
  private static final int MOST = 50;

  private final SkillStore store;
  private final Projects projects;
  private final Policy policy;
  private final Audit audit;

  Skills(SkillStore store, Projects projects, Policy policy, Audit audit) {
    this.store = store;
    this.projects = projects;
    this.policy = policy;
    this.audit = audit;
  }

  /** Members without skills are left out. */
  public Map<UUID, List<String>> of(UUID project, User by) {
    policy.check(by, project, Action.MEMBERS_VIEW);
    return store.ofProject(project);
  }

  /** How many tasks that are not approved ask for each skill, and how many people have it. */
  public List<Need> needs(UUID project, User by) {
    policy.check(by, project, Action.MEMBERS_VIEW);
    return store.needs(project);
  }

  /**
   * A skill of a project.
   *
   * @param open tasks that are not approved and ask for it
   */
  public record Need(String skill, int open, int people) {}

  /** Gives skills to several people, and takes others from them; all or nobody. */
  @Transactional
  public Map<UUID, List<String>> change(UUID project, SkillChange change, User by) {
    Map<UUID, List<String>> now = of(project, by);
    change
        .people()
        .forEach(person -> {
          List<String> skills = new ArrayList<>(now.getOrDefault(person, List.of()));
          skills.removeAll(Words.clean(change.remove()));
          skills.addAll(change.add());
          save(project, person, skills, by);
        });
    return of(project, by);
  }

  @Transactional
  public List<String> save(UUID project, UUID member, List<String> skills, User by) {
    policy.check(by, project, Action.TASK_ASSIGN);
    if (projects.members(project, by).stream().noneMatch(m -> m.user().id().equals(member))) {
      throw new UserError.NotFound("This person is no member of the project.");
    }
    List<String> clean = Words.clean(skills);
    if (clean.size() > MOST) {
      throw new UserError.Invalid("A person has at most %d skills here.".formatted(MOST));
    }
    store.save(project, member, clean);
    audit.record(by, "skills.save", "user:" + member, project, Map.of("skills", clean));
    return clean;
  }
}
