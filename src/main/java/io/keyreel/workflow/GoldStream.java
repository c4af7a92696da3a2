package io.keyreel.workflow;

import io.keyreel.jobs.JobQueue;
import io.keyreel.jobs.JobRequest;
import io.keyreel.labels.LabelSets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Mixes known labels into the tasks that people take, and has them scored when handed in. */
@Component
class GoldStream {
  static final String TOPIC = "workflow.gold";

  private final GoldStore store;
  private final TaskStore tasks;
  private final LabelSets labelSets;
  private final JobQueue jobs;
  private final InstantSource clock;

  GoldStream(
      GoldStore store, TaskStore tasks, LabelSets labelSets, JobQueue jobs, InstantSource clock) {
    this.store = store;
    this.tasks = tasks;
    this.labelSets = labelSets;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** A gold task, when this person's share of them is due and there is one they have not had. */
  Optional<Task> due(UUID project, Actor person) {
    GoldRules rules = store.rules(project).orElse(GoldRules.OFF);
    if (rules.share() == 0 || !person.works() || person.reviews()) {
      return Optional.empty();
    }
    GoldStore.Taken taken = store.taken(project, person.id());
    boolean behind = taken.gold() * 100L < (long) rules.share() * (taken.all() + 1L);
    return behind ? store.unseen(project, person.id()).map(this::make) : Optional.empty();
  }

  private Task make(UUID gold) {
    Task known = tasks.find(store.taskOf(gold)).orElseThrow(Tasks::missing);
    UUID labels = labelSets.createCopy(known.video(), known.project()).id();
    UUID id = store.insert(gold, known.id(), labels, known.workflow().first(), clock.instant());
    return tasks.lock(id).orElseThrow(Tasks::missing);
  }

  /** In the transaction in which it is handed in. */
  void handedIn(Task task) {
    if (store.goldOf(task.id()).isPresent()) {
      jobs.submit(
          new JobRequest(
              TOPIC,
              task.id(),
              task.project(),
              "Look over task " + task.number(),
              null,
              "{}",
              "gold:" + task.id()));
    }
  }
}
