package io.keyreel.ui.library;

import io.keyreel.access.Project;
import io.keyreel.access.User;
import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobQueue;
import io.keyreel.kernel.Page;
import io.keyreel.media.Video;
import io.keyreel.media.VideoDeletion;
import io.keyreel.media.VideoQuery;
import io.keyreel.media.Videos;
import io.keyreel.ui.base.Desk;
import io.keyreel.workflow.Task;
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
    List<UUID> shown = page.items().stream().map(Video::id).toList();
    Map<UUID, Task> work = tasks.firstOf(project.id(), shown, me);
    Map<UUID, Integer> shots = videos.shotCounts(shown);
    Map<UUID, Context> contexts =
        shown.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    id -> new Context(shots.getOrDefault(id, 0), jobs.get(id), work.get(id))));
    return new Row(page.items(), page.total(), contexts);
  }

  void open(Project project, UUID id) {
    User me = desk.me();
    Video video = videos.find(id, me);
    Task task = tasks.firstOf(project.id(), Set.of(id), me).get(id);
    new VideoDialog(desk, videos, deletion, video, task).open();
  }
}
