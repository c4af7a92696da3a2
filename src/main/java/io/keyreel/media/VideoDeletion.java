package io.keyreel.media;

import io.keyreel.access.Action;
import io.keyreel.access.Audit;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.jobs.JobQueue;
import io.keyreel.jobs.JobRequest;
import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes videos. All rows go in one transaction, which also queues the removal of the bytes: a
 * video is there whole or not at all, and a server killed anywhere leaves nothing for ever.
 */
@Service
public class VideoDeletion {
  static final String TOPIC = "media.discard";

  private final VideoStore videos;
  private final Library library;
  private final Policy policy;
  private final Audit audit;
  private final JobQueue jobs;
  private final List<VideoDependent> dependents;

  VideoDeletion(
      VideoStore videos,
      Library library,
      Policy policy,
      Audit audit,
      JobQueue jobs,
      List<VideoDependent> dependents) {
    this.videos = videos;
    this.library = library;
    this.policy = policy;
    this.audit = audit;
    this.jobs = jobs;
    this.dependents = dependents;
  }

  /** What would go with the video. */
  @Transactional(readOnly = true)
  public VideoUse use(UUID id, User by) {
    return use(deletable(id, by));
  }

  private VideoUse use(Video video) {
    return dependents.stream()
        .map(room -> room.use(video.id()))
        .reduce(VideoUse.NONE, VideoUse::and);
  }

  private Video deletable(UUID id, User by) {
    Video video = videos.find(id).orElseThrow(Videos::noSuchVideo);
    try {
      policy.check(by, video.projectId(), Action.VIDEO_DELETE);
    } catch (UserError.NotFound foreign) {
      throw Videos.noSuchVideo();
    }
    return video;
  }

  /**
   * Deletes a video with its frames, tasks and labels.
   *
   * @param typedName the video's name, typed by whoever knows what goes; not needed for a video
   *     that nobody has worked on
   */
  @Transactional
  public void delete(UUID id, @Nullable String typedName, User by) {
    Video video = deletable(id, by);
    videos.lock(id);
    VideoUse use = use(video);
    if (use.any() && (typedName == null || !typedName.strip().equals(video.name()))) {
      throw new UserError.Conflict(
          "With the video go %s; to delete them all, give its name, “%s”."
              .formatted(use.inWords(), video.name()),
          use);
    }
    dependents.forEach(room -> room.leave(id));
    jobs.active(Set.of(video.projectId())).stream()
        .filter(job -> job.subject().equals(id))
        .forEach(job -> jobs.cancel(job.id()));
    videos.delete(id);
    jobs.submit(
        new JobRequest(
            TOPIC,
            id,
            video.projectId(),
            "Remove the frames of " + video.name(),
            by.id(),
            "{}",
            id.toString()));
    audit.record(
        by,
        "video.delete",
        id.toString(),
        video.projectId(),
        Map.of(
            "name",
            video.name(),
            "tasks",
            use.tasks(),
            "approved",
            use.approved(),
            "tracks",
            use.tracks()));
    library.announce(video.projectId(), id);
  }
}
