package io.keyreel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says where something is missing: one sentence that tells how to get it. */
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "awk",
          "bash",
          "cat",
          "cut",
          "dirname",
          "find",
          "flock",
          "grep",
          "head",
          "id",
          "mkdir",
          "readlink",
          "rm",
          "sed",
          "sha256sum",
          "sort",
          "tee",
          "uname",
          "xargs");

  @TempDir private Path root;
  private Path tools;
  private String script;

  private record Outcome(int status, String out, String err) {}

  /** A checkout of the launcher alone, on a machine that has nothing but the usual tools. */
  @BeforeEach
  void prepare() throws IOException {
    script = Files.readString(Path.of("keyreel"));
    tools = Files.createDirectories(root.resolve("tools"));
    tool("df", "printf 'Filesystem\\n/dev/disk 9 1 50000000 1%% /\\n'");
    for (String tool : TOOLS) {
      for (String folder : List.of("/usr/bin", "/bin")) {
        Path there = Path.of(folder, tool);
        if (Files.exists(there)) {
          tool(tool, "exec " + there + " \"$@\"");
        }
      }
    }
  }

  private void tool(String name, String body) throws IOException {
    Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void saysWhichJavaItNeeds() throws IOException, InterruptedException {
    script = script.replace("least_java=25", "least_java=999");

    refused(run("serve"), "Keyreel needs a JDK of version 999 or later");
  }

  @Test
  void saysThatMavenIsMissing() throws IOException, InterruptedException {
    refused(run("models", "list"), "found no mvn on the PATH; install it");
  }

  @Test
  void saysThatNpmIsMissing() throws IOException, InterruptedException {
    tool("mvn", "exit 0");

    refused(run("build"), "there is no npm on the PATH; install one");
  }

  @Test
  void saysWhenNodeCannotBeFetched() throws IOException, InterruptedException {
    tool("mvn", "exit 0");
    tool("npm", "exit 1");

    refused(run("build"), "could not be fetched through npm");
  }

  @Test
  void doctorListsWhatIsMissingAndFails() throws IOException, InterruptedException {
    Outcome outcome = run("doctor");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("ok       Java ", "MISSING  Keyreel is built with Maven")
        .contains("MISSING  The web pages are built with Node", "MISSING  setpriv")
        .contains("advice   no Chromium")
        .doesNotContain("Nothing is missing");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void doctorIsContentWhenNothingIsMissing() throws IOException, InterruptedException {
    for (String tool : List.of("mvn", "npm", "setpriv", "chromium")) {
      tool(tool, "exit 0");
    }

    Outcome outcome = run("doctor");

    assertThat(outcome.out()).doesNotContain("MISSING").contains("Nothing is missing");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void usageNamesEveryCommand() throws IOException, InterruptedException {
    assertThat(run("help").out())
        .contains("serve", "ingest", "export", "propagate", "eval", "generate", "models")
        .contains("bench", "build", "doctor", "test", "prove");
  }

  @Test
  void serverSaysThatItsPortIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      String port = Integer.toString(other.getLocalPort());

      stopped(
          "Port " + port + " is in use by another program",
          "--port",
          port,
          "--data",
          root.resolve("data").toString());
    }
    assertThat(root.resolve("data")).doesNotExist();
  }

  @Test
  void serverSaysThatItsDataFolderIsTaken() throws IOException {
    Path data = Files.createDirectories(root.resolve("data"));
    try (FileChannel channel =
            FileChannel.open(
                data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();

      stopped("is in use by another Keyreel server", "--port", "0", "--data", data.toString());
    }
  }

  @Test
  void serverSaysThatItsDataFolderIsAFile() throws IOException {
    Path file = Files.writeString(root.resolve("data"), "mine");

    stopped("cannot be used", "--port", "0", "--data", file.toString());

    assertThat(file).hasContent("mine");
  }

  private void stopped(String sentence, String... options) throws IOException {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "serve";
    System.arraycopy(options, 0, arguments, 1, options.length);
    try (ChildJvm server =
        ChildJvm.start(
            root.resolve("server.log"),
            Map.of("KEYREEL_DB_URL", "", "KEYREEL_S3_ENDPOINT", ""),
            Main.class,
            arguments)) {
      assertThat(server.exitStatus()).isEqualTo(1);
      assertThat(server.printed().strip().lines()).hasSize(1).first().asString().contains(sentence);
    }
  }

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    Path launcher = root.resolve("keyreel");
    Files.writeString(launcher, script);
    Path out = root.resolve("out");
    Path err = root.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(tools.resolve("bash").toString(), launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("HOME", root.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process =
        builder
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int status = process.waitFor();
    return new Outcome(status, Files.readString(out), Files.readString(err));
  }

  private static void refused(Outcome outcome, String sentence) {
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err().strip().lines()).last().asString().contains(sentence);
  }
}
