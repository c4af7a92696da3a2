package io.keyreel.workflow;

import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.labels.LabelSet;
import io.keyreel.labels.LabelSets;
import io.keyreel.media.Video;
import io.keyreel.workflow.CutPreview.VideoCut;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gives one recording the tasks it should have, in the caller's transaction. */
@Component
class TaskRanges {
  private final RangeStore store;
  private final TaskStore tasks;
  private final Workflows workflows;
  private final LabelSets labelSets;
  private final InstantSource clock;

  TaskRanges(
      RangeStore store,
      TaskStore tasks,
      Workflows workflows,
      LabelSets labelSets,
      InstantSource clock) {
    this.store = store;
    this.tasks = tasks;
    this.workflows = workflows;
    this.labelSets = labelSets;
    this.clock = clock;
  }

  VideoCut preview(Video video, List<FrameRange> wanted) {
    return cut(video, wanted, store.ofVideo(video.id()));
  }

  private static VideoCut cut(Video video, List<FrameRange> wanted, List<RangeStore.Existing> now) {
    Optional<RangeStore.Existing> begun =
        now.stream().filter(RangeStore.Existing::begun).findFirst();
    if (begun.isPresent()) {
      String why =
          "Task %d has been begun; it and its neighbours stay as they are."
              .formatted(begun.get().number());
      return new VideoCut(video.id(), video.name(), List.of(), 0, why);
    }
    int replaced = (int) now.stream().filter(each -> !wanted.contains(each.frames())).count();
    return new VideoCut(video.id(), video.name(), List.copyOf(wanted), replaced, null);
  }

  /** Tasks that nobody has begun get other frames, so that their numbers stay; then more follow. */
  VideoCut make(Video video, List<FrameRange> wanted, TaskPlan plan) {
    LabelSet truth = labelSets.createTruth(video.id(), video.projectId());
    labelSets.lock(truth.id());
    List<RangeStore.Existing> now = store.lockVideo(video.id());
    VideoCut cut = cut(video, wanted, now);
    if (cut.skipped() != null) {
      return cut;
    }
    Workflow workflow = workflows.current(video.projectId());
    Set<FrameRange> kept =
        now.stream().map(RangeStore.Existing::frames).collect(Collectors.toSet());
    kept.retainAll(Set.copyOf(wanted));
    Deque<RangeStore.Existing> spare = new ArrayDeque<>();
    for (RangeStore.Existing each : now) {
      if (kept.contains(each.frames())) {
        store.reshape(each.id(), each.frames(), workflow, plan, clock.instant());
      } else {
        spare.add(each);
      }
    }
    for (FrameRange frames : wanted) {
      if (kept.contains(frames)) {
        continue;
      }
      if (spare.isEmpty()) {
        tasks.insert(
            Ids.next(),
            video.projectId(),
            video.id(),
            truth.id(),
            frames,
            workflow,
            plan,
            clock.instant());
      } else {
        store.reshape(spare.removeFirst().id(), frames, workflow, plan, clock.instant());
      }
    }
    spare.forEach(each -> store.remove(each.id()));
    return cut;
  }
}
