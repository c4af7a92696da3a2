package io.keyreel.ui.tasks;

import io.keyreel.access.Project;
import io.keyreel.access.User;
import io.keyreel.access.Users;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Coverage;
import io.keyreel.labels.Doubts;
import io.keyreel.labels.LabelSets;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import io.keyreel.ui.base.Desk;
import io.keyreel.workflow.Task;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a row of the table says beyond the task itself; counted anew only when labels changed. */
@Component
class TaskFacts {
  private static final int REMEMBERED = 2_000;

  private record Key(UUID task, long seq, double threshold) {}

  private final Desk desk;
  private final Users users;
  private final Videos videos;
  private final Labelling labelling;
  private final TaskLate late;
  private final Map<Key, Integer> doubtful =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  TaskFacts(Desk desk, Users users, Videos videos, Labelling labelling, TaskLate late) {
    this.late = late;
    this.desk = desk;
    this.users = users;
    this.videos = videos;
    this.labelling = labelling;
  }

  Video video(Task task) {
    return videos.find(task.video(), desk.me());
  }

  User user(UUID id) {
    return users.find(id);
  }

  Instant now() {
    return desk.now();
  }

  String changed(Task task) {
    return desk.ago(task.updatedAt());
  }

  int late(Task task) {
    return late.waiting(task);
  }

  /** The share of the task's frames that somebody has looked at. */
  double seen(Task task) {
    long frames =
        labelling.coverage().seenByAnyone(task.labelSet()).stream()
            .mapToLong(range -> common(range, task.frames()))
            .sum();
    return frames / (double) task.frames().length();
  }

  int doubtful(Task task, Project project) {
    double threshold = project.settings().doubtThreshold();
    Key key = new Key(task.id(), labelling.sets().find(task.labelSet()).seq(), threshold);
    synchronized (doubtful) {
      Integer known = doubtful.get(key);
      if (known != null) {
        return known;
      }
    }
    int count = labelling.doubts().of(task.labelSet(), task.frames(), threshold).size();
    synchronized (doubtful) {
      doubtful.put(key, count);
    }
    return count;
  }

  private static long common(FrameRange a, FrameRange b) {
    return Math.max(0, Math.min(a.to(), b.to()) - Math.max(a.from(), b.from()));
  }

  /** The parts of labelling that tables ask. */
  @Component
  record Labelling(LabelSets sets, Coverage coverage, Doubts doubts) {}
}
