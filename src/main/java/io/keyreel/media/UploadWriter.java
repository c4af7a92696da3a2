package io.keyreel.media;

import io.keyreel.kernel.UserError;
import io.keyreel.media.storage.ObjectStore;
import io.keyreel.media.storage.StoredPart;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores the bytes of one request. Full parts go to their place at once; a rest that is too short
 * for a part is kept as an object of its own until the next request brings more. A part's place and
 * size follow from the file's length alone, so that two requests that overlap, such as one that
 * hangs and its repetition, write the same.
 */
final class UploadWriter {
  private static final long MOST_PARTS = 9_000;
  private static final int MEGABYTE = 1 << 20;
  private static final String TYPE = "application/octet-stream";

  private final UploadStore uploads;
  private final ObjectStore store;
  private final InstantSource clock;
  private final byte[] buffer;
  private UploadStore.Row row;
  private int filled;

  UploadWriter(UploadStore uploads, ObjectStore store, InstantSource clock, UploadStore.Row row) {
    this.uploads = uploads;
    this.store = store;
    this.clock = clock;
    this.row = row;
    this.buffer = new byte[partBytes(row.upload().length())];
  }

  private static int partBytes(long length) {
    long least = Math.ceilDiv(length, MOST_PARTS);
    long rounded = Math.ceilDiv(least, MEGABYTE) * MEGABYTE;
    return Math.toIntExact(
        Math.min(Math.max(ObjectStore.LEAST_PART_BYTES, rounded), Math.max(length, 1)));
  }

  /** Answers what is stored in the end. */
  UploadStore.Row append(InputStream in) {
    fetchTail();
    int before = filled;
    boolean broken = false;
    while (!broken && end() < row.upload().length()) {
      int read = read(in);
      broken = read <= 0;
      filled += Math.max(0, read);
      if (filled == buffer.length || end() == row.upload().length()) {
        storePart();
        before = 0;
      }
    }
    if (filled > before) {
      storeTail();
    }
    return row;
  }

  private long end() {
    return row.partsEnd() + filled;
  }

  /** A connection that breaks off ends the request; what came before counts. */
  private int read(InputStream in) {
    long wanted = Math.min(buffer.length - filled, row.upload().length() - end());
    try {
      return in.read(buffer, filled, (int) wanted);
    } catch (IOException brokenOff) {
      return -1;
    }
  }

  private void fetchTail() {
    long from = row.partsEnd();
    int length = (int) (row.upload().received() - from);
    if (length > 0) {
      byte[] tail = store.bytes(Keys.tail(row.upload().id(), from, row.upload().received()));
      System.arraycopy(tail, 0, buffer, 0, length);
      filled = length;
    }
  }

  private void storePart() {
    int number = row.parts().size() + 1;
    String key = Keys.original(row.upload().video());
    List<StoredPart> parts = new ArrayList<>(row.parts());
    parts.add(store.putPart(key, row.collection(), number, buffer, filled));
    advance(parts, end());
    filled = 0;
  }

  private void storeTail() {
    long from = row.partsEnd();
    byte[] tail = new byte[filled];
    System.arraycopy(buffer, 0, tail, 0, filled);
    store.put(Keys.tail(row.upload().id(), from, end()), tail, TYPE);
    advance(row.parts(), end());
  }

  private void advance(List<StoredPart> parts, long received) {
    Instant now = clock.instant();
    if (!uploads.advance(row, parts, received, now)) {
      throw new UserError.Conflict(
          "Another connection has sent this part of the file already; ask for the upload's state and send the rest.",
          null);
    }
    row =
        new UploadStore.Row(row.upload().with(received, now), row.collection(), List.copyOf(parts));
  }
}
