package io.keyreel.media.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads the time stamps that FFmpeg writes as lines: stream, dts, pts, duration, size, sum. */
final class FrameTimeLines implements AutoCloseable {
  record Line(long pts, long duration) {}

  private static final Line END = new Line(0, Long.MIN_VALUE);

  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();

  private FrameTimeLines() {}

  static FrameTimeLines of(Path pipe) {
    FrameTimeLines times = new FrameTimeLines();
    Thread.ofPlatform().daemon().name("keyreel-times").start(() -> times.readAll(pipe));
    return times;
  }

  private void readAll(Path pipe) {
    try (BufferedReader reader = Files.newBufferedReader(pipe)) {
      @Nullable String line;
      while ((line = reader.readLine()) != null) {
        if (!line.startsWith("#")) {
          lines.add(parse(line));
        }
      }
    } catch (IOException | RuntimeException cutOff) {
      // The child was killed in mid-line: the end is told below.
    } finally {
      lines.add(END);
    }
  }

  private static Line parse(String line) {
    String[] fields = line.split(",", 6);
    return new Line(Long.parseLong(fields[2].strip()), Long.parseLong(fields[3].strip()));
  }

  /** The next frame's times, or null after the last one. */
  @Nullable Line next() throws InterruptedException {
    Line line = lines.take();
    if (line == END) {
      lines.add(END);
      return null;
    }
    return line;
  }

  @Override
  public void close() {
    lines.add(END);
  }
}
