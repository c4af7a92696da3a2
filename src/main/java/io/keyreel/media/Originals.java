package io.keyreel.media;

import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.UserError;
import io.keyreel.media.storage.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Brings an original from the store to this machine's disk, for the time of an ingest. */
final class Originals implements AutoCloseable {
  private static final int BUFFER = 1 << 20;
  private static final long MARGIN_BYTES = 64L << 20;

  private final Path file;
  private final byte[] sha256;

  private Originals(Path file, byte[] sha256) {
    this.file = file;
    this.sha256 = sha256;
  }

  static Originals fetch(
      ObjectStore store, UUID video, long size, Path folder, Cancellation cancellation)
      throws IOException {
    Files.createDirectories(folder);
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < size + MARGIN_BYTES) {
      throw new UserError.Unavailable(
          "The disk of %s has %d MB free and the recording needs %d MB; free some space."
              .formatted(folder, free >> 20, (size + MARGIN_BYTES) >> 20),
          null);
    }
    Path file = Files.createTempFile(folder, "original-", ".tmp");
    try (InputStream in = store.get(Keys.original(video))) {
      return new Originals(file, copy(in, file, cancellation));
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw new UserError.Unavailable(
          "The recording cannot be copied to %s (%s); check the space there and the object store."
              .formatted(folder, e.getMessage()),
          e);
    } catch (RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static byte[] copy(InputStream in, Path file, Cancellation cancellation)
      throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(file)) {
      int read;
      while ((read = in.readNBytes(buffer, 0, BUFFER)) > 0) {
        cancellation.check();
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Path file() {
    return file;
  }

  byte[] sha256OfFile() {
    return sha256;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
