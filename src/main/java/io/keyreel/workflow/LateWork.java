package io.keyreel.workflow;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.LateEdit;
import io.keyreel.labels.LateEdits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What came after a task had left whoever made it. Its author, leads, and whoever may edit the task
 * now look at it; who may edit takes it over; a lead puts it aside.
 */
@Service
public class LateWork {
  private static final int LONGEST = 2000;

  private final Tasks tasks;
  private final TaskEditGuard guard;
  private final Policy policy;
  private final LateEdits edits;
  private final LateViews views;
  private final LateNews news;

  LateWork(
      Tasks tasks,
      TaskEditGuard guard,
      Policy policy,
      LateEdits edits,
      LateViews views,
      LateNews news) {
    this.tasks = tasks;
    this.guard = guard;
    this.policy = policy;
    this.edits = edits;
    this.views = views;
    this.news = news;
  }

  /** In the order in which they came. */
  public List<LateView> of(UUID task, boolean alsoDecided, User by) {
    Task found = tasks.find(task, by);
    return views.of(found, visible(found, alsoDecided, by));
  }

  /** Whether this person may edit the task now, and so take late edits over. */
  public boolean takesOver(UUID task, User by) {
    return guard.refusal(tasks.find(task, by), by).isEmpty();
  }

  /** The same of several tasks; those where none waits are left out. */
  public Map<UUID, Integer> waiting(List<Task> several, User by) {
    Set<UUID> some = edits.waiting(several.stream().map(Task::id).toList());
    return several.stream()
        .filter(task -> some.contains(task.id()))
        .collect(Collectors.toMap(Task::id, task -> visible(task, false, by).size()));
  }

  /** How many wait for a decision, of those this person may look at. */
  public int waiting(Task task, User by) {
    return edits.waiting(task.id()) ? visible(task, false, by).size() : 0;
  }

  /**
   * Takes late edits over by the way of every edit; one that does not fit stays, and says why.
   *
   * @param numbers which ones; null for all that wait
   * @param over also where somebody else changed the same meanwhile
   */
  public LateView.Decided apply(UUID taskId, @Nullable List<Long> numbers, boolean over, User by) {
    Task task = tasks.find(taskId, by);
    guard
        .refusal(task, by)
        .ifPresent(why -> {
          throw new UserError.Forbidden(why);
        });
    List<LateEdit> after = new ArrayList<>();
    for (LateEdit late : chosen(task, numbers, by)) {
      after.add(edits.apply(late, by, views.author(late), over));
    }
    List<LateEdit> taken =
        after.stream().filter(late -> late.state() == LateEdit.State.APPLIED).toList();
    if (!taken.isEmpty()) {
      news.applied(task, taken.stream().collect(groupingBy(LateEdit::author, counting())), by);
    }
    return decided(task, taken.size(), after, by);
  }

  /** Puts late edits aside; their authors are told why, and they stay on record. */
  public LateView.Decided discard(
      UUID taskId, @Nullable List<Long> numbers, @Nullable String why, User by) {
    Task task = tasks.find(taskId, by);
    policy.check(by, task.project(), Action.TASK_ASSIGN);
    String reason = Objects.requireNonNullElse(why, "").strip();
    if (reason.isEmpty() || reason.length() > LONGEST) {
      throw new UserError.Invalid(
          "Say in up to %d letters why these edits are put aside; their author reads it."
              .formatted(LONGEST));
    }
    List<LateEdit> chosen = chosen(task, numbers, by);
    chosen.forEach(late -> edits.discard(late, reason, by));
    if (!chosen.isEmpty()) {
      news.discarded(
          task, chosen.stream().collect(groupingBy(LateEdit::author, counting())), reason, by);
    }
    return decided(task, chosen.size(), List.of(), by);
  }

  private LateView.Decided decided(Task task, int done, List<LateEdit> shown, User by) {
    return new LateView.Decided(done, waiting(task, by), views.of(task, shown));
  }

  private List<LateEdit> chosen(Task task, @Nullable List<Long> numbers, User by) {
    Set<Long> wanted = numbers == null ? Set.of() : new HashSet<>(numbers);
    return visible(task, false, by).stream()
        .filter(late -> numbers == null || wanted.contains(late.n()))
        .toList();
  }

  private List<LateEdit> visible(Task task, boolean alsoDecided, User by) {
    boolean all =
        policy.allows(by, task.project(), Action.TASK_ASSIGN) || guard.refusal(task, by).isEmpty();
    return edits.ofTask(task.id(), alsoDecided).stream()
        .filter(late -> all || late.author().equals(by.id()))
        .toList();
  }
}
