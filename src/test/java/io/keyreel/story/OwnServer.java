package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.ChildJvm;
import io.keyreel.Eventually;
import io.keyreel.Main;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server with data of its own, that can be killed and started again where it was. */
final class OwnServer implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("http\\S+/enter/\\S+");
  private static final Duration STARTING = Duration.ofMinutes(4);

  private final Path folder;
  private final List<String> options;
  private final int port;
  private int starts;
  private ChildJvm process;

  private OwnServer(Path folder, List<String> options) throws IOException {
    this.folder = folder;
    this.options = options;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    process = run();
  }

  static OwnServer start(Path folder, String... options) throws IOException {
    return new OwnServer(folder, List.of(options));
  }

  String base() {
    return "http://localhost:" + port;
  }

  /** What {@code kill -9} does. */
  void kill() {
    process.kill();
  }

  void again() throws IOException {
    process = run();
  }

  void until(Duration longest, String printed) {
    Eventually.eventually(longest, () -> said(printed) || !process.isAlive());
    assertThat(printed()).contains(printed);
  }

  String adminLink() {
    Matcher link = LINK.matcher(printed());
    assertThat(link.find()).as(printed()).isTrue();
    return link.group();
  }

  /** Since its last start. */
  String printed() {
    return process.printed();
  }

  private boolean said(String text) {
    return printed().contains(text);
  }

  private ChildJvm run() throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "serve",
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("data").toString()));
    arguments.addAll(options);
    ChildJvm child =
        ChildJvm.start(
            folder.resolve("server-" + ++starts + ".log"),
            Map.of(),
            Main.class,
            arguments.toArray(String[]::new));
    Eventually.eventually(
        STARTING, () -> child.printed().contains("is ready at") || !child.isAlive());
    assertThat(child.printed()).contains("Keyreel is ready at " + base());
    return child;
  }

  @Override
  public void close() {
    process.close();
  }
}
