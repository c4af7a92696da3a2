package io.keyreel.exchange;

import io.keyreel.kernel.UserError;
import io.keyreel.media.storage.ObjectStore;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.stereotype.Component;

/** Streams files into the store as they are written, and out of it. */
@Component
class ExportObjects {
  private final ObjectStore store;

  ExportObjects(ObjectStore store) {
    this.store = store;
  }

  /** What was stored. */
  @SuppressWarnings("ArrayRecordComponent")
  record Written(long size, byte[] sha256) {}

  /** Writes in this thread. The object appears when all is written, or not at all. */
  Written put(String key, String type, StreamPipe.Writer writer) {
    MessageDigest digest = sha256();
    long[] size = {0};
    try {
      StreamPipe.pump(
          out -> writer.write(counting(out, digest, size)), in -> store.put(key, in, -1, type));
    } catch (IOException e) {
      throw new UserError.Unavailable("The file could not be stored; try again later.", e);
    }
    return new Written(size[0], digest.digest());
  }

  InputStream get(String key) {
    return store.get(key);
  }

  InputStream range(String key, long from, long length) {
    return store.getRange(key, from, length);
  }

  void delete(String key) {
    store.delete(key);
  }

  private static OutputStream counting(OutputStream out, MessageDigest digest, long[] size) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        digest.update(bytes, from, length);
        size[0] += length;
      }
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
