package io.keyreel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server of the bench's own. */
final class ServerProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(4);

  private final Process process;
  private final Path log;
  private final int port;
  private final double secondsToFirstPage;

  private ServerProcess(Process process, Path log, int port, long began) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.secondsToFirstPage = untilFirstPage(began);
  }

  /**
   * Starts a server and fetches its first page.
   *
   * @param program what comes before {@code serve}
   */
  static ServerProcess start(List<String> program, int port, Path data) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
    try {
      Path log = Files.createTempFile(data.getParent(), "server", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.matches("KEYREEL_((DB|S3)_.*|PUBLIC_URL)"));
      long began = System.nanoTime();
      return new ServerProcess(builder.start(), log, port, began);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double untilFirstPage(long began) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/login")).build();
    while (process.isAlive() && System.nanoTime() - began < LONGEST_START.toNanos()) {
      try {
        if (client.send(request, BodyHandlers.ofString()).statusCode() == 200) {
          return (System.nanoTime() - began) / 1e9;
        }
      } catch (IOException notYet) {
        pause(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    close();
    throw new IllegalStateException("the server did not start: " + printed());
  }

  double secondsToFirstPage() {
    return secondsToFirstPage;
  }

  String address() {
    return "http://localhost:" + port;
  }

  /** The one-time link that an empty server prints. */
  URI adminLink() {
    Pattern pattern = Pattern.compile("http\\S+/enter/\\S+");
    for (int look = 0; look < 200; look++) {
      Matcher link = pattern.matcher(printed());
      if (link.find()) {
        return URI.create(link.group());
      }
      pause(50);
    }
    throw new IllegalStateException("the server printed no link: " + printed());
  }

  /** Megabytes of the server's own process that are in memory. */
  double residentMegabytes() {
    return kilobytes(process.toHandle(), "status", "VmRSS") / 1024.0;
  }

  /** The same with its database and decoders; what they share is counted once. */
  double wholeMegabytes() {
    return Stream.concat(Stream.of(process.toHandle()), process.toHandle().descendants())
            .mapToLong(one -> kilobytes(one, "smaps_rollup", "Pss"))
            .sum()
        / 1024.0;
  }

  /** A process may end while it is looked at; it then has no memory. */
  private static long kilobytes(ProcessHandle process, String file, String key) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid(), file))) {
      return lines
          .filter(line -> line.startsWith(key + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }

  private String printed() {
    return Machine.read(log.toString());
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As an admin stops it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
