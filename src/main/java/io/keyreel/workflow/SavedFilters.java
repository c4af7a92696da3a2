package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The filters that each person keeps for a project. */
@Service
public class SavedFilters {
  private static final int MOST = 50;

  private final SavedFilterStore store;
  private final Policy policy;

  SavedFilters(SavedFilterStore store, Policy policy) {
    this.store = store;
    this.policy = policy;
  }

  public List<SavedFilter> of(UUID project, User by) {
    policy.check(by, project, Action.TASK_VIEW);
    return store.of(project, by.id());
  }

  /** One of the same name is replaced. */
  @Transactional
  public List<SavedFilter> save(UUID project, SavedFilter filter, User by) {
    List<SavedFilter> kept = of(project, by);
    if (kept.size() >= MOST && kept.stream().noneMatch(f -> f.name().equals(filter.name()))) {
      throw new UserError.Invalid("You keep %d filters already; remove one.".formatted(MOST));
    }
    store.save(project, by.id(), filter);
    return store.of(project, by.id());
  }

  @Transactional
  public List<SavedFilter> remove(UUID project, String name, User by) {
    policy.check(by, project, Action.TASK_VIEW);
    store.remove(project, by.id(), name);
    return store.of(project, by.id());
  }
}
