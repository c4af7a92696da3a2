package io.keyreel.media;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.Page;
import io.keyreel.kernel.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The videos of projects. A video of others does not exist. */
@Service
public class Videos {
  /** The topic of the jobs that ingest; their subject is the video. */
  public static final String INGEST_TOPIC = "media.ingest";

  private final VideoStore store;
  private final PackStore packs;
  private final Library library;
  private final Policy policy;

  Videos(VideoStore store, PackStore packs, Library library, Policy policy) {
    this.store = store;
    this.packs = packs;
    this.library = library;
    this.policy = policy;
  }

  public Video find(UUID video, User by) {
    return find(video, by, Action.VIDEO_VIEW);
  }

  private Video find(UUID id, User by, Action action) {
    Video video = find(id);
    try {
      policy.check(by, video.projectId(), action);
    } catch (UserError.NotFound foreign) {
      throw noSuchVideo();
    }
    return video;
  }

  /** For the server's own work, where nobody asks. */
  public Video find(UUID video) {
    return store.find(video).orElseThrow(Videos::noSuchVideo);
  }

  static UserError.NotFound noSuchVideo() {
    return new UserError.NotFound(
        "There is no such video, or you are not a member of its project.");
  }

  /** Those of these videos that are in the project, by id. */
  public Map<UUID, Video> some(UUID project, Collection<UUID> ids, User by) {
    policy.check(by, project, Action.VIDEO_VIEW);
    return store.some(project, ids).stream()
        .collect(Collectors.toMap(Video::id, Function.identity()));
  }

  /** How many shots each of these videos has. */
  public Map<UUID, Integer> shotCounts(Collection<UUID> videos) {
    return store.shotCounts(videos);
  }

  public Page<Video> ofProject(UUID project, VideoQuery query, User by) {
    policy.check(by, project, Action.VIDEO_VIEW);
    return new Page<>(store.ofProject(project, query), store.count(project, query));
  }

  public List<Shot> shots(UUID video) {
    return store.shots(video);
  }

  public FrameTimes times(UUID video) {
    return packs.times(video);
  }

  /** Empty for what was ingested before energies were measured. */
  public Optional<Energy> energy(UUID video) {
    return packs.energy(video);
  }

  public List<PackInfo> packs(UUID video) {
    return packs.packs(video);
  }

  /** Sets where shots begin, by hand. They cover the video without gaps. */
  @Transactional
  public void setShots(UUID id, List<Shot> shots, User by) {
    Video video = find(id, by, Action.VIDEO_EDIT);
    requireReady(video);
    int next = 0;
    for (Shot shot : shots) {
      if (shot.frames().from() != next) {
        throw uncovered(next, shot.frames().from());
      }
      next = shot.frames().to();
    }
    if (next != video.frameCount()) {
      throw uncovered(next, video.frameCount());
    }
    library.setShots(video, shots, by);
  }

  private static UserError.Invalid uncovered(int end, int begin) {
    return new UserError.Invalid(
        "The shots do not join: one ends at frame %d and the next begins at %d; cover every frame once."
            .formatted(end, begin));
  }

  /** Passes when the video has frames. */
  public static void requireReady(Video video) {
    if (video.state() != VideoState.READY) {
      throw new UserError.Invalid(
          video.state() == VideoState.REJECTED
              ? "The video was rejected and has no frames: " + video.reason()
              : "The video is not ready yet; wait until it is ingested.");
    }
  }

  /** Starts the ingest of a rejected video again, where its original is still there. */
  @Transactional
  public void retry(UUID id, User by) {
    Video video = find(id, by, Action.VIDEO_UPLOAD);
    if (!library.ingest(video, VideoState.REJECTED, by.id())) {
      throw new UserError.Conflict("Only a rejected video can be ingested again.", video);
    }
  }

  /** Stops an ingest; it can be started again. */
  @Transactional
  public void stop(UUID id, User by) {
    Video video = find(id, by, Action.JOB_CANCEL);
    library.reject(video, "The ingest was cancelled by %s; start it again.".formatted(by.name()));
  }
}
