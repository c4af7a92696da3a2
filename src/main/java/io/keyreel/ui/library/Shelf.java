package io.keyreel.ui.library;

import io.keyreel.access.Project;
import io.keyreel.access.User;
import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobQueue;
import io.keyreel.kernel.Page;
import io.keyreel.media.Video;
import io.keyreel.media.VideoDeletion;
import io.keyreel.media.VideoQuery;
import io.keyreel.media.VideoState;
import io.keyreel.media.Videos;
import io.keyreel.ui.base.Desk;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskQuery;
import io.keyreel.workflow.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recordings with the work that hangs on them. */
@Component
class Shelf {
  private static final int TASKS = 1_000;

  /**
   * What a card says beyond the recording itself.
   *
   * @param job that reads its frames now
   * @param task its first task
   */
  record Context(int shots, @Nullable Job job, @Nullable Task task) {}

  /** Recordings of one page, and their contexts. */
  record Row(List<Video> videos, long total, Map<UUID, Context> contexts) {
    Context of(Video video) {
      return contexts.getOrDefault(video.id(), new Context(0, null, null));
    }
  }

  private final Desk desk;
  private final Videos videos;
  private final VideoDeletion deletion;
  private final Tasks tasks;
  private final JobQueue queue;

  Shelf(Desk desk, Videos videos, VideoDeletion deletion, Tasks tasks, JobQueue queue) {
    this.desk = desk;
    this.videos = videos;
    this.deletion = deletion;
    this.tasks = tasks;
    this.queue = queue;
  }

  Row list(Project project, VideoQuery query) {
    User me = desk.me();
    Page<Video> page = videos.ofProject(project.id(), query, me);
    Map<UUID, Job> jobs =
        queue.active(Set.of(project.id())).stream()
            .collect(Collectors.toMap(Job::subject, Function.identity(), (a, b) -> a));
    Map<UUID, Task> work =
        tasks
            .ofProject(project.id(), new TaskQuery(null, null, null, null, 0, TASKS), me)
            .items()
            .stream()
            .collect(Collectors.toMap(Task::video, Function.identity(), (a, b) -> a));
    Map<UUID, Context> contexts =
        page.items().stream()
            .collect(
                Collectors.toMap(
                    Video::id,
                    video ->
                        new Context(shots(video), jobs.get(video.id()), work.get(video.id()))));
    return new Row(page.items(), page.total(), contexts);
  }

  private int shots(Video video) {
    return video.state() == VideoState.READY ? videos.shots(video.id()).size() : 0;
  }

  void open(Project project, UUID id) {
    User me = desk.me();
    Video video = videos.find(id, me);
    Row row = list(project, new VideoQuery(video.name(), null, 0, 1));
    new VideoDialog(desk, videos, deletion, video, row.of(video).task()).open();
  }
}
