package io.keyreel.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Turns a writer into a stream to read from. When the writer fails, reading fails too and never
 * ends as if all had come: a torn file must not look whole. When the reader goes away, writing
 * fails.
 */
final class StreamPipe implements AutoCloseable {
  private static final int CHUNK = 1 << 16;
  private static final byte[] END = new byte[0];

  @FunctionalInterface
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(32);
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  StreamPipe(Writer writer) {
    this.thread = Thread.ofVirtual().name("export-writer").start(() -> run(writer));
  }

  InputStream in() {
    return new Reading();
  }

  /** What went wrong on the writing side, if anything did. */
  @Nullable Throwable failure() {
    return failure;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    chunks.clear();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a writer ended");
    }
  }

  private void run(Writer writer) {
    try (OutputStream out = new Writing()) {
      writer.write(out);
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
    try {
      send(END);
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
      }
    }
  }

  private void send(byte[] chunk) throws IOException {
    try {
      while (!chunks.offer(chunk, 100, TimeUnit.MILLISECONDS)) {
        if (closed) {
          throw new IOException("nobody reads on");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while writing");
    }
  }

  private final class Writing extends OutputStream {
    private final byte[] buffer = new byte[CHUNK];
    private int filled;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int at = from;
      int rest = length;
      while (rest > 0) {
        int count = Math.min(rest, CHUNK - filled);
        System.arraycopy(bytes, at, buffer, filled, count);
        filled += count;
        at += count;
        rest -= count;
        if (filled == CHUNK) {
          flush();
        }
      }
    }

    @Override
    public void flush() throws IOException {
      if (filled > 0) {
        send(Arrays.copyOf(buffer, filled));
        filled = 0;
      }
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private final class Reading extends InputStream {
    private byte[] chunk = new byte[0];
    private int at;
    private boolean ended;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (at == chunk.length && !next()) {
        return -1;
      }
      int count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, into, from, count);
      at += count;
      return count;
    }

    private boolean next() throws IOException {
      if (!ended) {
        try {
          chunk = chunks.take();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("interrupted while reading");
        }
        at = 0;
        ended = chunk.length == 0;
      }
      if (ended && failure != null) {
        throw new IOException("the writer failed", failure);
      }
      return !ended;
    }
  }
}
