package io.keyreel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The machine before anything is measured.
 *
 * @param load its load average over a minute
 * @param busy share of its cores that others used during a second
 */
record Machine(int cores, long memoryMegabytes, double load, double busy) {
  private static final double IDLE = 0.1;

  static Machine look() {
    double[] before = ticks();
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    double[] after = ticks();
    double all = after[0] - before[0];
    double busy = all <= 0 ? 0 : 1 - (after[1] - before[1]) / all;
    String memory =
        read("/proc/meminfo").lines().filter(l -> l.startsWith("MemTotal")).findFirst().orElse("0");
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(memory.replaceAll("\\D", "")) / 1024,
        Double.parseDouble(read("/proc/loadavg").split(" ")[0]),
        busy);
  }

  /** All ticks, and the idle ones. */
  private static double[] ticks() {
    long[] ticks =
        Arrays.stream(read("/proc/stat").lines().findFirst().orElseThrow().split(" +"))
            .skip(1)
            .limit(8)
            .mapToLong(Long::parseLong)
            .toArray();
    return new double[] {Arrays.stream(ticks).sum(), ticks[3] + ticks[4]};
  }

  boolean idle() {
    return busy < IDLE && load < 0.5 * cores;
  }

  String sentence() {
    String state =
        "%d cores, %,d MB of memory, load average %.1f, %.0f %% of the cores busy with other things"
            .formatted(cores, memoryMegabytes, load, 100 * busy);
    return idle()
        ? state + "."
        : state
            + ". THE MACHINE IS NOT IDLE: times are longer than they would be, trust the ratios.";
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cores", cores);
    json.put("memoryMegabytes", memoryMegabytes);
    json.put("loadAverage", load);
    json.put("busy", busy);
    json.put("idle", idle());
    return json;
  }

  static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
