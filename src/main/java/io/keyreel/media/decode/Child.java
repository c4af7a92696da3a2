package io.keyreel.media.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A running child process: its log is kept, and it is killed when it hangs, runs too long, or is no
 * longer wanted.
 */
final class Child implements AutoCloseable {
  private static final int LOG_LINES = 80;
  private static final int LINE_LENGTH = 400;
  private static final long TICK_MILLIS = 250;
  private static final long NOT_WAITING = Long.MAX_VALUE;

  private final Process process;
  private final Thread logReader;
  private final Deque<String> log = new ArrayDeque<>();
  private volatile long waitingSince = NOT_WAITING;
  private volatile @Nullable String killedBecause;

  private Child(Process process, Predicate<String> hopeless) {
    this.process = process;
    logReader =
        Thread.ofPlatform().daemon().name("keyreel-ffmpeg-log").start(() -> readLog(hopeless));
  }

  /**
   * @param hopeless hears each line of the log, on another thread, and says when to stop
   */
  static Child start(
      ProcessBuilder builder, Path input, DecodeLimits limits, Predicate<String> hopeless)
      throws IOException {
    builder.redirectInput(input.toFile());
    CompletableFuture<Child> started = new CompletableFuture<>();
    // The kernel's death signal follows the thread that forks, not its process: so this one lives
    // as long as the child does.
    Thread.ofPlatform()
        .daemon()
        .name("keyreel-ffmpeg")
        .start(() -> {
          try {
            Child child = new Child(builder.start(), hopeless);
            started.complete(child);
            child.watch(limits);
          } catch (IOException e) {
            started.completeExceptionally(e);
          }
        });
    try {
      return started.join();
    } catch (CompletionException e) {
      throw new IOException("FFmpeg cannot be started", e.getCause());
    }
  }

  private void watch(DecodeLimits limits) {
    long start = System.nanoTime();
    try {
      while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        long now = System.nanoTime();
        if (now - start > limits.wall().toNanos()) {
          kill("it took longer than " + spoken(limits.wall()));
        } else if (waitingSince != NOT_WAITING && now - waitingSince > limits.silence().toNanos()) {
          kill("nothing came out of it for " + spoken(limits.silence()));
        }
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private static String spoken(Duration duration) {
    return duration.toMinutes() >= 2
        ? duration.toMinutes() + " minutes"
        : duration.toSeconds() + " seconds";
  }

  private void readLog(Predicate<String> hopeless) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      @Nullable String line;
      while ((line = lines.readLine()) != null) {
        String kept = line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) : line;
        synchronized (log) {
          log.addLast(kept);
          if (log.size() > LOG_LINES) {
            log.removeFirst();
          }
        }
        if (hopeless.test(kept)) {
          kill("its log says that it cannot go on");
        }
      }
    } catch (IOException e) {
      kill("its log broke off");
    }
  }

  InputStream output() {
    return process.getInputStream();
  }

  /** From now on silence counts against the child. */
  void waiting() {
    waitingSince = System.nanoTime();
  }

  /** It gave what was waited for; the time until the next {@link #waiting} is ours. */
  void gave() {
    waitingSince = NOT_WAITING;
  }

  /** Waits for the end and answers the exit status. */
  int await() throws InterruptedException {
    waiting();
    int status = process.waitFor();
    logReader.join();
    return status;
  }

  void kill(String because) {
    if (killedBecause == null) {
      killedBecause = because;
    }
    process.destroyForcibly();
  }

  @Nullable String killedBecause() {
    return killedBecause;
  }

  String log() {
    synchronized (log) {
      return String.join("\n", log);
    }
  }

  void awaitEnd() {
    process.onExit().join();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill("it is no longer wanted");
    }
  }
}
