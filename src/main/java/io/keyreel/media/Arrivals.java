package io.keyreel.media;

import io.keyreel.access.Audit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an upload's life; each is one transaction. */
@Service
class Arrivals {
  private final UploadStore uploads;
  private final VideoStore videos;
  private final Library library;
  private final Audit audit;
  private final InstantSource clock;

  Arrivals(
      UploadStore uploads, VideoStore videos, Library library, Audit audit, InstantSource clock) {
    this.uploads = uploads;
    this.videos = videos;
    this.library = library;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public void begin(Upload upload, String name, String collection) {
    videos.insert(
        upload.video(), upload.project(), name, upload.length(), upload.user(), clock.instant());
    uploads.insert(upload, name, collection, clock.instant());
    library.announce(upload.project(), upload.video());
  }

  /** The file has arrived: its ingest is queued. */
  @Transactional
  public void finish(Upload upload) {
    Optional<Video> video = videos.find(upload.video());
    if (video.isPresent() && uploads.finish(upload.id(), clock.instant())) {
      library.ingest(video.get(), VideoState.UPLOADING, upload.user());
    }
  }

  /** Answers false when the file has arrived meanwhile. */
  @Transactional
  public boolean cancel(Upload upload) {
    boolean cancelled = videos.deleteUploading(upload.video());
    if (cancelled) {
      library.announce(upload.project(), upload.video());
    }
    return cancelled;
  }

  /**
   * Gives up an upload that nothing came for since then. Its bytes go first: cut off anywhere, it
   * is found again.
   *
   * @return whether it was given up
   */
  @Transactional
  public boolean expire(UUID id, Instant then, Consumer<UploadStore.Row> discard) {
    Optional<UploadStore.Row> idle = uploads.lockIdle(id, then);
    idle.ifPresent(row -> {
      Upload upload = row.upload();
      String name = videos.find(upload.video()).map(Video::name).orElse("");
      discard.accept(row);
      videos.deleteUploading(upload.video());
      audit.recordOwn(
          "upload.expire",
          upload.video().toString(),
          upload.project(),
          Map.of("name", name, "received", upload.received(), "length", upload.length()));
      library.announce(upload.project(), upload.video());
    });
    return idle.isPresent();
  }
}
