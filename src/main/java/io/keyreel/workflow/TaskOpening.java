package io.keyreel.workflow;

import io.keyreel.access.Audit;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.labels.LabelSet;
import io.keyreel.labels.LabelSets;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a new video its labels and its work. */
@Component
class TaskOpening {
  private final LabelSets labelSets;
  private final Workflows workflows;
  private final TaskStore store;
  private final TaskNews news;
  private final Audit audit;
  private final InstantSource clock;

  TaskOpening(
      LabelSets labelSets,
      Workflows workflows,
      TaskStore store,
      TaskNews news,
      Audit audit,
      InstantSource clock) {
    this.labelSets = labelSets;
    this.workflows = workflows;
    this.store = store;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes the truth of a video and one task over all its frames; done again it changes nothing. */
  @Transactional
  public void open(UUID project, UUID video, int frameCount) {
    LabelSet truth = labelSets.createTruth(video, project);
    UUID task = Ids.next();
    if (store.insert(
        task,
        project,
        video,
        truth.id(),
        new FrameRange(0, frameCount),
        workflows.current(project),
        clock.instant())) {
      audit.recordOwn("task.open", "task:" + task, project, Map.of("video", video));
      news.board(project, task);
    }
  }
}
