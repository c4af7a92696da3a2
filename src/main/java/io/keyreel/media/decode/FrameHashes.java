package io.keyreel.media.decode;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads frames in their native format and keeps only their SHA-256. */
final class FrameHashes implements AutoCloseable {
  private static final byte[] END = {};

  private final InputStream in;
  private final BlockingQueue<byte[]> hashes = new LinkedBlockingQueue<>();

  private FrameHashes(InputStream in) {
    this.in = in;
  }

  static FrameHashes of(InputStream in, int frameBytes) {
    FrameHashes hashes = new FrameHashes(in);
    Thread.ofPlatform().daemon().name("keyreel-hash").start(() -> hashes.readAll(frameBytes));
    return hashes;
  }

  private void readAll(int frameBytes) {
    byte[] frame = new byte[frameBytes];
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      while (WholeFrames.read(in, frame)) {
        hashes.add(digest.digest(frame));
      }
    } catch (IOException closed) {
      // The child was killed: the end is told below.
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } finally {
      hashes.add(END);
    }
  }

  /** The next frame's hash, or null after the last one. */
  byte @Nullable [] next() throws InterruptedException {
    byte[] hash = hashes.take();
    if (hash == END) {
      hashes.add(END);
      return null;
    }
    return hash;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
