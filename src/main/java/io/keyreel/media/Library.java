package io.keyreel.media;

import io.keyreel.access.Audit;
import io.keyreel.access.User;
import io.keyreel.jobs.Broadcast;
import io.keyreel.jobs.JobQueue;
import io.keyreel.jobs.JobRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a video's life; each is one transaction that does nothing when it comes too late.
 */
@Service
class Library {
  static final String READY_TOPIC = "video.ready";

  private final VideoStore videos;
  private final PackStore packs;
  private final JobQueue queue;
  private final Broadcast broadcast;
  private final Audit audit;
  private final InstantSource clock;

  Library(
      VideoStore videos,
      PackStore packs,
      JobQueue queue,
      Broadcast broadcast,
      Audit audit,
      InstantSource clock) {
    this.videos = videos;
    this.packs = packs;
    this.queue = queue;
    this.broadcast = broadcast;
    this.audit = audit;
    this.clock = clock;
  }

  Optional<Video> find(UUID id) {
    return videos.find(id);
  }

  /** From uploaded, or from rejected, to being ingested. */
  @Transactional
  public boolean ingest(Video video, VideoState from, @Nullable UUID by) {
    if (!videos.move(video.id(), from, VideoState.INGESTING)) {
      return false;
    }
    submit(Videos.INGEST_TOPIC, video, "Ingest " + video.name(), by);
    announce(video);
    return true;
  }

  @Transactional
  public void ready(Video video, Ingested ingested) {
    if (!videos.ready(video.id(), ingested, clock.instant())) {
      return;
    }
    packs.replace(video.id(), ingested.packs());
    packs.replace(video.id(), ingested.energy());
    videos.replaceShots(video.id(), ingested.shots(), null);
    submit(READY_TOPIC, video, "Prepare " + video.name() + " for labelling", null);
    announce(video);
  }

  private void submit(String topic, Video video, String title, @Nullable UUID by) {
    queue.submit(
        new JobRequest(
            topic, video.id(), video.projectId(), title, by, "{}", video.id().toString()));
  }

  /** Answers false when the video is not being ingested any more. */
  @Transactional
  public boolean reject(Video video, String reason) {
    boolean rejected = videos.reject(video.id(), reason);
    if (rejected) {
      announce(video);
    }
    return rejected;
  }

  @Transactional
  public void setShots(Video video, List<Shot> shots, User by) {
    videos.replaceShots(video.id(), shots, by.id());
    audit.record(
        by, "video.shots", video.id().toString(), video.projectId(), Map.of("shots", shots.size()));
    announce(video);
  }

  private void announce(Video video) {
    announce(video.projectId(), video.id());
  }

  void announce(UUID project, UUID video) {
    broadcast.publish("project:" + project, "{\"type\":\"video\",\"id\":\"%s\"}".formatted(video));
  }
}
