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
 * Joins what writes a stream with what reads one. When the writer fails, reading fails too and
 * never ends as if all had come: a torn file must not look whole.
 */
final class StreamPipe {
  private static final int CHUNK = 1 << 16;
  private static final byte[] END = new byte[0];

  @FunctionalInterface
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  @FunctionalInterface
  interface Reader {
    void read(InputStream in) throws IOException;
  }

  private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(32);
  private volatile boolean readerGone;
  private volatile @Nullable Throwable writerFailure;
  private volatile @Nullable Throwable readerFailure;

  private StreamPipe() {}

  /** Writes in this thread, which may hold a transaction, and reads in another one. */
  static void pump(Writer writer, Reader reader) throws IOException {
    new StreamPipe().run(writer, reader);
  }

  private void run(Writer writer, Reader reader) throws IOException {
    Thread thread = Thread.ofVirtual().name("export-store").start(() -> read(reader));
    try (OutputStream out = new Writing()) {
      writer.write(out);
    } catch (IOException | RuntimeException | Error e) {
      writerFailure = e;
      chunks.clear();
    }
    end();
    join(thread);
    Throwable cause = readerFailure != null && causedByReader() ? readerFailure : writerFailure;
    switch (cause) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IOException(cause);
    }
  }

  private boolean causedByReader() {
    return writerFailure == null || writerFailure instanceof ReaderGone;
  }

  private void read(Reader reader) {
    try (InputStream in = new Reading()) {
      reader.read(in);
    } catch (IOException | RuntimeException | Error e) {
      readerFailure = e;
    } finally {
      readerGone = true;
    }
  }

  private void end() throws IOException {
    if (writerFailure != null) {
      chunks.offer(END);
      return;
    }
    try {
      send(END);
    } catch (ReaderGone e) {
      writerFailure = e;
    }
  }

  private static void join(Thread thread) throws IOException {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a stream was stored");
    }
  }

  private void send(byte[] chunk) throws IOException {
    try {
      while (!chunks.offer(chunk, 100, TimeUnit.MILLISECONDS)) {
        if (readerGone) {
          throw new ReaderGone();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while writing");
    }
  }

  private static final class ReaderGone extends IOException {
    ReaderGone() {
      super("nobody reads on");
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
          pass();
        }
      }
    }

    @Override
    public void close() throws IOException {
      pass();
    }

    private void pass() throws IOException {
      if (filled > 0) {
        send(Arrays.copyOf(buffer, filled));
        filled = 0;
      }
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
      if (writerFailure != null) {
        throw new IOException("the writer failed", writerFailure);
      }
      return !ended;
    }
  }
}
