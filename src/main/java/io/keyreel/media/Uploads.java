package io.keyreel.media;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.media.storage.ObjectStore;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Files on their way in, in pieces of any size. What is acknowledged is stored; a broken connection
 * or a killed server costs at most what was not acknowledged.
 */
@Service
public class Uploads {
  private static final long LARGEST_BYTES = 50L << 30;

  private final UploadStore uploads;
  private final Arrivals arrivals;
  private final ObjectStore store;
  private final Policy policy;
  private final InstantSource clock;
  private final Duration rest;

  Uploads(
      UploadStore uploads,
      Arrivals arrivals,
      ObjectStore store,
      Policy policy,
      InstantSource clock,
      MediaKeeper.Patience patience) {
    this.uploads = uploads;
    this.arrivals = arrivals;
    this.store = store;
    this.policy = policy;
    this.clock = clock;
    this.rest = patience.uploads();
  }

  /** The most bytes that a file may have. */
  public long largest() {
    return LARGEST_BYTES;
  }

  /** When an upload is given up unless more of it comes. */
  public Instant expires(Upload upload) {
    return upload.activeAt().plus(rest);
  }

  /** Makes room for a file; the video is there at once, as uploading. */
  public Upload begin(UUID project, String fileName, long length, User by) {
    policy.check(by, project, Action.VIDEO_UPLOAD);
    String name = FileNames.clean(fileName);
    if (length <= 0) {
      throw new UserError.Invalid(
          "%s is empty (0 bytes); record or copy it again.".formatted(name));
    }
    if (length > LARGEST_BYTES) {
      throw new UserError.Invalid(
          "%s has %,d MB and a file may have at most %,d MB; cut it into pieces."
              .formatted(name, length >> 20, LARGEST_BYTES >> 20));
    }
    UUID video = Ids.next();
    String collection = store.beginParts(Keys.original(video), "application/octet-stream");
    Upload upload =
        new Upload(Ids.next(), video, project, by.id(), length, 0, false, clock.instant());
    arrivals.begin(upload, name, collection);
    return upload;
  }

  public Upload find(UUID id, User by) {
    UploadStore.Row row = row(id, by);
    if (row.upload().received() == row.upload().length() && !row.upload().finished()) {
      finish(row);
    }
    return row.upload();
  }

  private UploadStore.Row row(UUID id, User by) {
    UploadStore.Row row = uploads.find(id).orElseThrow(Uploads::noSuchUpload);
    if (!row.upload().user().equals(by.id())
        || !policy.allows(by, row.upload().project(), Action.VIDEO_UPLOAD)) {
      throw noSuchUpload();
    }
    return row;
  }

  private static UserError.NotFound noSuchUpload() {
    return new UserError.NotFound(
        "There is no such upload, or it was cancelled; start the upload again.");
  }

  /**
   * Takes the bytes from {@code offset} on, until the stream ends or breaks off. The last byte of
   * the file queues its ingest.
   */
  public Upload append(UUID id, long offset, InputStream in, User by) {
    UploadStore.Row row = row(id, by);
    if (row.upload().received() != offset) {
      throw new UserError.Conflict(
          "The upload goes on at byte %d, not at byte %d; ask for its state and send the rest."
              .formatted(row.upload().received(), offset),
          row.upload());
    }
    if (row.upload().finished()) {
      return row.upload();
    }
    UploadStore.Row now = new UploadWriter(uploads, store, clock, row).append(in);
    if (now.upload().received() == now.upload().length()) {
      finish(now);
    }
    return now.upload();
  }

  /** Gives an upload up; nothing of it stays. */
  public void cancel(UUID id, User by) {
    UploadStore.Row row = row(id, by);
    if (!arrivals.cancel(row.upload())) {
      throw new UserError.Conflict(
          "The upload is complete and became a video; delete the video instead.", row.upload());
    }
    store.abortParts(Keys.original(row.upload().video()), row.collection());
    store.deleteAll(Keys.tails(id));
  }

  private void finish(UploadStore.Row row) {
    Upload upload = row.upload();
    String key = Keys.original(upload.video());
    try {
      store.completeParts(key, row.collection(), row.parts());
    } catch (UserError.NotFound alreadyCompleted) {
      if (store.stat(key).filter(object -> object.size() == upload.length()).isEmpty()) {
        throw alreadyCompleted;
      }
    }
    arrivals.finish(upload);
    store.deleteAll(Keys.tails(upload.id()));
  }

  /** Goes on with what a killed server left between the last byte and the ingest. */
  @EventListener(ApplicationReadyEvent.class)
  void finishArrived() {
    uploads.arrived().forEach(this::finish);
  }
}
