package io.keyreel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.Operations;
import io.keyreel.access.Project;
import io.keyreel.access.Role;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.media.VideoQuery;
import io.keyreel.media.VideoState;
import io.keyreel.media.Videos;
import io.keyreel.media.decode.Clips;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The commands that speak with a running server. */
@KeyreelTest
class ServerCommandsTest {
  @TempDir private Path folder;
  @Autowired private ApplicationContext context;
  @Autowired private Videos videos;

  @Value("${local.server.port}")
  private int port;

  private TestPeople people;
  private User admin;
  private Project project;
  private String token;

  private record Outcome(int status, String out, String err) {}

  @BeforeEach
  void prepare() {
    people = new TestPeople(context);
    admin = people.siteAdmin();
    project = people.project(admin);
    token = people.token(admin);
  }

  @Test
  void ingestBringsRecordingsInAndTellsTheirFrames() throws IOException {
    Path one = clip("one.mp4");
    Path two = clip("two.mp4");

    Outcome outcome = run("ingest", one, two, "--project", project.name());

    assertThat(outcome.err()).contains("100 %").doesNotContain("keyreel:");
    assertThat(outcome.status()).isZero();
    List<String> lines = outcome.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).endsWith(" 40 frames two.mp4");
    var video = videos.find(UUID.fromString(lines.getFirst().split(" ")[0]), admin);
    assertThat(video.state()).isEqualTo(VideoState.READY);
    assertThat(video.projectId()).isEqualTo(project.id());
    assertThat(video.name()).isEqualTo("one.mp4");
  }

  @Test
  void ingestGoesOnWhereTheConnectionBroke() throws IOException {
    Path file = noisyClip();
    try (FlakyProxy proxy = new FlakyProxy(port, 3)) {
      Outcome outcome =
          runAt(proxy.address(), "ingest", file, "--project", project.id(), "--no-wait");

      assertThat(outcome.status()).as(outcome.err()).isZero();
      assertThat(proxy.cutsLeft()).isZero();
      UUID id = UUID.fromString(outcome.out().split(" ")[0]);
      var video =
          Eventually.eventually(() -> videos.find(id), v -> v.state() != VideoState.INGESTING);
      assertThat(video.state()).isEqualTo(VideoState.READY);
      assertThat(video.frameCount()).isEqualTo(40);
      assertThat(video.sizeBytes()).isEqualTo(Files.size(file));
    }
  }

  @Test
  void ingestGoesOnWithTheNextFileWhenOneCannotBeUsed() throws IOException {
    Path text = folder.resolve("notes.mp4");
    Files.writeString(text, "These are no frames.");
    Path good = clip("good.mp4");

    Outcome outcome = run("ingest", text, good, "--project", project.id());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("keyreel: " + text + " cannot be used: ");
    assertThat(outcome.out()).contains("40 frames good.mp4");
  }

  @Test
  void ingestSaysInASentenceWhatIsWrong() throws IOException {
    Path file = clip("a.mp4");
    refused(1, run("ingest", folder.resolve("b.mp4"), "--project", "x"), "There is no file");
    refused(1, run("ingest", file, "--project", "nowhere"), "no project named \"nowhere\"");
    refused(1, run("ingest", file, "--project", UUID.randomUUID()), "project");
    refused(2, run("ingest", file), "--project");
    String address = "http://127.0.0.1:" + port;
    refused(
        1,
        with(
            Map.of("KEYREEL_URL", address, "KEYREEL_TOKEN", "wrong"),
            "ingest",
            file,
            "--project",
            "x"),
        "does not know this token");
    refused(
        2,
        with(Map.of("KEYREEL_URL", address), "ingest", file, "--project", "x"),
        "KEYREEL_TOKEN is not set");
    refused(
        2,
        with(
            Map.of("KEYREEL_URL", "here", "KEYREEL_TOKEN", token),
            "ingest",
            file,
            "--project",
            "x"),
        "KEYREEL_URL is \"here\"");
    token = people.token(people.member(project, Role.LABELER, admin));
    refused(1, run("ingest", file, "--project", project.name()), "keyreel: ");
    assertThat(videos.ofProject(project.id(), everything(), admin).items()).isEmpty();
  }

  @Test
  void exportWritesTheFileTheServerMadeOverABrokenConnection() throws IOException {
    label(noisyClip());
    Path file = folder.resolve("labels.zip");
    try (FlakyProxy proxy = new FlakyProxy(port, 2)) {
      Outcome outcome =
          runAt(
              proxy.address(),
              "export",
              "--project",
              project.name(),
              "--format",
              "native",
              "--images",
              "--scope",
              "all",
              "--out",
              file);

      assertThat(outcome.status()).as(outcome.err()).isZero();
      assertThat(proxy.cutsLeft()).isZero();
      assertThat(outcome.out()).contains("labels.zip", "snapshot 1");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().filter(entry -> entry.getName().endsWith(".jpg"))).hasSize(40);
    }
    assertNoPartsLeft();
  }

  @Test
  void exportOverwritesOnlyWhenForced() throws IOException {
    label(clip("a.mp4"));
    Path file = folder.resolve("labels.zip");
    Files.writeString(file, "mine");
    refused(1, export(file, "coco"), "is there already");
    assertThat(file).hasContent("mine");

    assertThat(export(file, "coco", "--force", "--scope", "all").status()).isZero();

    assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
    assertNoPartsLeft();
  }

  @Test
  void exportSaysInASentenceWhatIsWrong() throws IOException {
    Path file = folder.resolve("labels.zip");
    refused(2, export(file, "excel"), "coco, youtube-vis, davis or native");
    refused(2, export(file, "coco", "--scope", "mine"), "approved or all");
    refused(1, export(folder, "coco"), "is a folder");
    refused(1, export(folder.resolve("no/labels.zip"), "coco"), "There is no folder");
    token = people.token(people.member(project, Role.LABELER, admin));
    refused(1, export(file, "coco"), "keyreel: ");
    assertThat(file).doesNotExist();
  }

  /** Brings a recording in and draws a box on its first frame. */
  private void label(Path file) {
    assertThat(run("ingest", file, "--project", project.id()).status()).isZero();
    ServerConnection server =
        ServerConnection.of(
            Map.of("KEYREEL_URL", "http://127.0.0.1:" + port, "KEYREEL_TOKEN", token));
    JsonNode tasks =
        Eventually.eventually(
            () -> server.get("/projects/" + project.id() + "/tasks"),
            answer -> !answer.path("items").isEmpty());
    UUID track = UUID.randomUUID();
    JsonNode saved =
        server.post(
            "/tasks/" + tasks.path("items").path(0).path("id").asString() + "/changes",
            Map.of("ops", List.of(Operations.createTrack(track), draw(track))));
    assertThat(saved.findValuesAsString("status")).containsOnly("applied");
  }

  private static Map<String, ?> draw(UUID track) {
    return Operations.keyframe(
        track,
        0,
        Map.of("type", "polygon", "rings", List.of(List.of(10, 10, 90, 10, 90, 80, 10, 80))));
  }

  private Outcome export(Path file, String format, String... more) {
    return run(
        Stream.concat(
                Stream.of("export", "--project", project.id(), "--format", format, "--out", file),
                Arrays.stream(more))
            .toArray());
  }

  private static VideoQuery everything() {
    return new VideoQuery(null, null, 0, 10);
  }

  private void assertNoPartsLeft() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  private Path clip(String name) throws IOException {
    return new Clips(folder).make(name, "testsrc2=s=320x240:r=20:d=2", "-c:v", "mpeg4");
  }

  private Path noisyClip() throws IOException {
    return new Clips(folder)
        .make(
            "noise.mkv",
            "testsrc2=s=480x360:r=20:d=2,noise=alls=60:allf=t",
            "-c:v",
            "ffv1",
            "-pix_fmt",
            "yuv444p");
  }

  private Outcome run(Object... args) {
    return runAt("http://127.0.0.1:" + port, args);
  }

  private Outcome runAt(String address, Object... args) {
    return with(Map.of("KEYREEL_URL", address, "KEYREEL_TOKEN", token), args);
  }

  private static Outcome with(Map<String, String> environment, Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = KeyreelCommand.commandLine(environment);
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    int status = command.execute(Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
    return new Outcome(status, out.toString(), err.toString());
  }

  private static void refused(int status, Outcome outcome, String sentence) {
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(status);
    assertThat(outcome.err().strip().lines()).hasSize(1).first().asString().contains(sentence);
    assertThat(outcome.err()).startsWith("keyreel: ");
  }
}
