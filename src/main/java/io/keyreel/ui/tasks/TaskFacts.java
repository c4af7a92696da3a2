package io.keyreel.ui.tasks;

import io.keyreel.access.Project;
import io.keyreel.access.User;
import io.keyreel.access.Users;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Coverage;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import io.keyreel.ui.base.Desk;
import io.keyreel.workflow.ReviewQueue;
import io.keyreel.workflow.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What rows say beyond the tasks themselves, read for all of a page at once. */
@Component
class TaskFacts {
  /**
   * @param seen the share of the task's frames that somebody has looked at
   * @param doubtful how many spans are in doubt
   * @param late how many late edits wait for a decision
   */
  record Facts(Task task, Video video, double seen, int doubtful, int late) {}

  private final Desk desk;
  private final Users users;
  private final Videos videos;
  private final Coverage coverage;
  private final ReviewQueue queue;
  private final TaskLate late;

  TaskFacts(
      Desk desk, Users users, Videos videos, Coverage coverage, ReviewQueue queue, TaskLate late) {
    this.late = late;
    this.desk = desk;
    this.users = users;
    this.videos = videos;
    this.coverage = coverage;
    this.queue = queue;
  }

  /** In the order of the tasks; one whose recording is gone by now is left out. */
  List<Facts> of(Project project, List<Task> tasks) {
    User me = desk.me();
    Map<UUID, Video> recordings =
        videos.some(project.id(), tasks.stream().map(Task::video).distinct().toList(), me);
    Map<UUID, List<FrameRange>> seen =
        coverage.seenByAnyone(tasks.stream().map(Task::labelSet).distinct().toList());
    List<UUID> open = tasks.stream().filter(task -> !task.approved()).map(Task::id).toList();
    Map<UUID, Integer> doubtful = queue.doubtful(project.id(), open, me);
    Map<UUID, Integer> waiting = late.waiting(tasks);
    return tasks.stream()
        .filter(task -> recordings.containsKey(task.video()))
        .map(task ->
            new Facts(
                task,
                Objects.requireNonNull(recordings.get(task.video())),
                seen(task, seen.getOrDefault(task.labelSet(), List.of())),
                doubtful.getOrDefault(task.id(), 0),
                waiting.getOrDefault(task.id(), 0)))
        .toList();
  }

  Map<UUID, Video> videos(Project project, List<Task> tasks) {
    return videos.some(
        project.id(), tasks.stream().map(Task::video).distinct().toList(), desk.me());
  }

  /** Remembers whom it has looked up. */
  People people() {
    return new People(users);
  }

  Instant now() {
    return desk.now();
  }

  String changed(Task task) {
    return desk.ago(task.updatedAt());
  }

  private static double seen(Task task, List<FrameRange> ranges) {
    long frames = ranges.stream().mapToLong(range -> common(range, task.frames())).sum();
    return task.approved() ? 1 : frames / (double) task.frames().length();
  }

  private static long common(FrameRange a, FrameRange b) {
    return Math.max(0, Math.min(a.to(), b.to()) - Math.max(a.from(), b.from()));
  }

  /** Those who hold tasks, each looked up once. */
  static final class People {
    private final Users users;
    private final Map<UUID, User> known = new HashMap<>();

    private People(Users users) {
      this.users = users;
    }

    User find(UUID id) {
      return known.computeIfAbsent(id, users::find);
    }
  }
}
