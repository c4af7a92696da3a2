package io.keyreel.ui.review;

import com.vaadin.flow.component.Component;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Labels;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import io.keyreel.ui.base.Desk;
import io.keyreel.workflow.BulkAcceptance;
import io.keyreel.workflow.BulkAcceptances;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.Tasks;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What the dialog of bulk acceptance asks of the rooms. */
@Service
class BulkActions {
  private final Desk desk;
  private final BulkAcceptances bulk;
  private final Tasks tasks;
  private final Videos videos;
  private final Labels labels;

  BulkActions(Desk desk, BulkAcceptances bulk, Tasks tasks, Videos videos, Labels labels) {
    this.desk = desk;
    this.bulk = bulk;
    this.tasks = tasks;
    this.videos = videos;
    this.labels = labels;
  }

  BulkAcceptance start(UUID project, double threshold, int samples) {
    return bulk.start(project, threshold, samples, desk.me());
  }

  BulkAcceptance judge(UUID project, UUID id, int sample, boolean good) {
    return bulk.judge(project, id, sample, good, desk.me());
  }

  void accept(UUID project, UUID id) {
    bulk.accept(project, id, desk.me());
  }

  void drop(UUID project, UUID id) {
    bulk.drop(project, id, desk.me());
  }

  /** The frame with the mask over it. */
  Component picture(BulkAcceptance.Sample sample) {
    User me = desk.me();
    Task task = tasks.find(sample.task(), me);
    Video video = videos.find(task.video(), me);
    FrameRange frame = new FrameRange(sample.frame(), sample.frame() + 1);
    Picture.Still still =
        new Picture.Still(
            sample.frame(),
            labels.masks(task.labelSet(), frame).stream()
                .filter(item -> item.track().equals(sample.track()))
                .map(item -> item.shapes().getFirst())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null),
            (float) sample.confidence());
    Filmstrip strip = new Filmstrip(video, List.of(still));
    strip.getElement().setAttribute("large", true);
    return strip;
  }
}
