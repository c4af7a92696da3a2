package io.keyreel.media.decode;

import io.keyreel.kernel.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Has FFmpeg decode a recording's first sound track and tell how loud each step of it is. */
final class SoundMeter {
  static final long STEP_MICROS = 20_000;

  private static final Pattern TIME = Pattern.compile("pts_time:(-?[0-9.]+)");
  private static final Pattern LEVEL = Pattern.compile("RMS_level=(-?[0-9.]+|-?inf)");
  private static final int CHECK_EVERY = 512;

  private final Sandbox sandbox;
  private final DecodeLimits limits;

  SoundMeter(Sandbox sandbox, DecodeLimits limits) {
    this.sandbox = sandbox;
    this.limits = limits;
  }

  /** What could be heard; of a damaged track, what comes before the damage. */
  SoundLevels listen(List<String> command, Path file, Cancellation cancellation)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        sandbox.builder(command, List.of(), limits.memoryBytes(), limits.wall());
    SoundLevels levels = new SoundLevels();
    try (Child child = Child.start(builder, file, limits, line -> false);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(child.output(), StandardCharsets.UTF_8))) {
      double seconds = 0;
      int read = 0;
      child.waiting();
      @Nullable String line;
      while ((line = line(lines, child)) != null) {
        if (++read % CHECK_EVERY == 0) {
          child.waiting();
          check(child, cancellation);
        }
        Matcher time = TIME.matcher(line);
        Matcher level = LEVEL.matcher(line);
        if (time.find()) {
          seconds = Double.parseDouble(time.group(1));
        } else if (level.find() && !level.group(1).endsWith("inf")) {
          levels.add(Math.round(seconds * 1e6), Double.parseDouble(level.group(1)));
        }
      }
      child.await();
      check(child, cancellation);
    }
    return levels;
  }

  /** The pipe of a killed child closes in the middle of a read. */
  private static @Nullable String line(BufferedReader lines, Child child) throws IOException {
    try {
      return lines.readLine();
    } catch (IOException e) {
      if (child.killedBecause() != null) {
        return null;
      }
      throw e;
    }
  }

  private static void check(Child child, Cancellation cancellation) {
    if (Thread.currentThread().isInterrupted() || cancellation.requested()) {
      child.kill("it was cancelled");
      throw new CancellationException("cancelled");
    }
  }
}
