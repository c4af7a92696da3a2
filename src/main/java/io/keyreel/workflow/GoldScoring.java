package io.keyreel.workflow;

import io.keyreel.jobs.JobContext;
import io.keyreel.jobs.JobHandler;
import io.keyreel.labels.Resolved;
import io.keyreel.labels.Resolved.ResolvedFrame;
import io.keyreel.labels.Resolved.Source;
import io.keyreel.workflow.Agreement.Score;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scores labels against known ones: the person's by all of them, the engine's by the shapes that
 * nobody drew or corrected. What scores too low goes back, twice at most.
 */
@Component
class GoldScoring implements JobHandler {
  private static final int LAST_ROUND = 3;

  private final GoldStore store;
  private final TaskStore tasks;
  private final GoldReturns returns;
  private final AgreementMeasure measure;
  private final AgreementStore agreements;
  private final InstantSource clock;

  GoldScoring(
      GoldStore store,
      TaskStore tasks,
      GoldReturns returns,
      AgreementMeasure measure,
      AgreementStore agreements,
      InstantSource clock) {
    this.store = store;
    this.tasks = tasks;
    this.returns = returns;
    this.measure = measure;
    this.agreements = agreements;
    this.clock = clock;
  }

  /** Sends tasks back, in a transaction of its own. */
  @Component
  static class GoldReturns {
    private final TaskStore tasks;
    private final Mover mover;
    private final People people;
    private final TransactionTemplate transactions;

    GoldReturns(TaskStore tasks, Mover mover, People people, TransactionTemplate transactions) {
      this.tasks = tasks;
      this.mover = mover;
      this.people = people;
      this.transactions = transactions;
    }

    void keep(Runnable work) {
      transactions.executeWithoutResult(status -> work.run());
    }

    void back(UUID task, String reason, UUID by) {
      transactions.executeWithoutResult(status ->
          tasks
              .lock(task)
              .filter(now -> now.state() instanceof TaskState.Submitted)
              .ifPresent(now -> mover.comeBack(now, reason, people.user(by))));
    }
  }

  @Override
  public String topic() {
    return GoldStream.TOPIC;
  }

  @Override
  public void run(JobContext context) {
    UUID id = context.job().subject();
    Task task = tasks.find(id).orElseThrow(Tasks::missing);
    Optional<GoldStore.Gold> found = store.goldOf(id);
    if (found.isEmpty() || store.scored(id, task.round())) {
      return;
    }
    GoldStore.Gold gold = found.get();
    Task known = tasks.find(gold.task()).orElseThrow(Tasks::missing);
    Resolved truth = measure.read(task, known.labelSet());
    Resolved made = measure.read(task, task.labelSet());
    GoldScore score = score(task, measure.between(task, truth, made).scores());
    UUID labeler = Objects.requireNonNull(task.labeler());
    AgreementMeasure.Measured measured =
        measure.of(
            task,
            List.of(
                new AgreementMeasure.Side(labeler, task.labelSet()),
                new AgreementMeasure.Side(null, known.labelSet())));
    returns.keep(() -> {
      agreements.save(task, task.round(), "GOLD", measured, clock.instant());
      store.score(gold.id(), task, labeler, null, score);
      engine(task, gold, truth, made);
    });
    GoldRules rules = store.rules(task.project()).orElse(GoldRules.OFF);
    if (score.jf() < rules.threshold() && task.round() < LAST_ROUND) {
      String reason =
          String.format(
              Locale.ENGLISH,
              "These labels meet the known ones by %.2f; %.2f is asked for. Look at edges and at"
                  + " objects that are missing.",
              score.jf(),
              rules.threshold());
      returns.back(id, reason, gold.author());
    }
  }

  private void engine(Task task, GoldStore.Gold gold, Resolved truth, Resolved made) {
    Predicate<ResolvedFrame> machines =
        frame -> frame.source() == Source.PROPAGATED || frame.source() == Source.ACCEPTED;
    Resolved own =
        new Resolved(
            made.frames(),
            made.tracks().stream()
                .map(track ->
                    new Resolved.TrackFrames(
                        track.track(), track.frames().stream().filter(machines).toList()))
                .toList());
    Optional<String> name =
        own.tracks().stream()
            .flatMap(track -> track.frames().stream())
            .map(ResolvedFrame::engine)
            .filter(Objects::nonNull)
            .findFirst();
    if (name.isPresent()) {
      List<Score> shown =
          measure.between(task, own, truth).scores().stream()
              .filter(score -> score.ours() != null && drew(own, score))
              .toList();
      store.score(gold.id(), task, null, name.get(), score(task, shown));
    }
  }

  /** An engine is not asked for frames on which a person drew. */
  private static boolean drew(Resolved own, Score score) {
    return own.tracks().stream()
        .filter(track -> track.track().id().equals(score.ours()))
        .flatMap(track -> track.frames().stream())
        .anyMatch(frame -> frame.frame() == score.frame());
  }

  private GoldScore score(Task task, List<Score> scores) {
    Instant now = clock.instant();
    return new GoldScore(
        task.id(),
        null,
        null,
        scores.stream().mapToDouble(Score::j).average().orElse(1),
        scores.stream().mapToDouble(Score::f).average().orElse(1),
        scores.size(),
        task.round(),
        now);
  }
}
