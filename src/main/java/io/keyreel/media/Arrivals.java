package io.keyreel.media;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an upload's life; each is one transaction. */
@Service
class Arrivals {
  private final UploadStore uploads;
  private final VideoStore videos;
  private final Library library;
  private final InstantSource clock;

  Arrivals(UploadStore uploads, VideoStore videos, Library library, InstantSource clock) {
    this.uploads = uploads;
    this.videos = videos;
    this.library = library;
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
}
