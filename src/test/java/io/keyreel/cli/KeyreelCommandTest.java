package io.keyreel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.vision.IndexedPng;
import io.keyreel.vision.LabelImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeyreelCommandTest {
  @TempDir static Path shared;
  @TempDir Path temp;

  private record Outcome(int status, String out, String err) {}

  @BeforeAll
  static void generate() {
    Outcome outcome =
        run(
            "generate",
            "--clips",
            "1",
            "--seed",
            "4",
            "--size",
            "160x96",
            "--frames",
            "7",
            "--out",
            shared.resolve("clips").toString());
    assertThat(outcome.status()).isZero();
  }

  private static Outcome run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = KeyreelCommand.commandLine(Map.of());
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    int status = command.execute(args);
    return new Outcome(status, out.toString(), err.toString());
  }

  private static Path clip() {
    return shared.resolve("clips/clip-00004");
  }

  private Path keyframes(int... frames) throws IOException {
    Path masks = Files.createDirectories(temp.resolve("masks"));
    for (int frame : frames) {
      String name = "%05d.png".formatted(frame);
      Files.copy(clip().resolve("masks").resolve(name), masks.resolve(name));
    }
    return masks;
  }

  private Outcome propagate(Path frames, Path masks, String... more) {
    Stream<String> args =
        Stream.concat(
            Stream.of(
                "propagate",
                frames.toString(),
                masks.toString(),
                "--out",
                temp.resolve("out").toString()),
            Arrays.stream(more));
    return run(args.toArray(String[]::new));
  }

  @Test
  void propagateWritesAMaskPerFrameAndTheConfidences() throws IOException {
    Path masks = keyframes(0, 6);
    Outcome outcome = propagate(clip().resolve("frames"), masks);
    assertThat(outcome.err()).contains("100 %").doesNotContain("keyreel:");
    assertThat(outcome.status()).isZero();
    Path out = temp.resolve("out");
    for (int t = 0; t < 7; t++) {
      LabelImage image = IndexedPng.read(Files.readAllBytes(out.resolve("%05d.png".formatted(t))));
      assertThat(image.width()).isEqualTo(160);
      assertThat(image.ids()).isNotEmpty();
    }
    assertThat(IndexedPng.read(Files.readAllBytes(out.resolve("00006.png"))).labels())
        .isEqualTo(IndexedPng.read(Files.readAllBytes(masks.resolve("00006.png"))).labels());
    List<String> lines = Files.readAllLines(out.resolve("confidence.csv"));
    assertThat(lines.getFirst()).isEqualTo("frame,object,confidence,visibility");
    assertThat(lines.get(1)).isEqualTo("0,1,1.0000,visible");
    assertThat(lines.subList(1, lines.size()))
        .allMatch(l -> l.matches("\\d+,\\d+,[01]\\.\\d{4},(visible|occluded|absent)"));
  }

  @Test
  void badInputIsOneClearLineAndNothingIsWritten() throws IOException {
    Path masks = keyframes(0);
    Path frames = clip().resolve("frames");
    Path empty = Files.createDirectories(temp.resolve("empty"));
    refused(propagate(temp.resolve("nowhere"), masks), "There is no folder");
    refused(propagate(empty, masks), "holds no frames");
    refused(propagate(frames, empty), "holds no masks");
    refused(propagate(frames, masks, "--engine", "magic"), "no engine \"magic\"");
    Path stray = Files.createDirectories(temp.resolve("stray"));
    Files.copy(masks.resolve("00000.png"), stray.resolve("00099.png"));
    refused(propagate(frames, stray), "no frame of the same name");
    Path wrongSize = Files.createDirectories(temp.resolve("size"));
    Files.write(
        wrongSize.resolve("00000.png"), IndexedPng.write(new LabelImage(4, 4, new byte[16])));
    refused(propagate(frames, wrongSize), "4 by 4 pixels, but the frames have 160 by 96");
    Path nothingDrawn = Files.createDirectories(temp.resolve("nothing"));
    Files.write(
        nothingDrawn.resolve("00000.png"),
        IndexedPng.write(new LabelImage(160, 96, new byte[160 * 96])));
    refused(propagate(frames, nothingDrawn), "shows an object");
    Path broken = Files.createDirectories(temp.resolve("broken"));
    Files.writeString(broken.resolve("00000.png"), "no picture");
    refused(propagate(frames, broken), "00000.png");
    assertThat(temp.resolve("out")).doesNotExist();
    assertThat(Files.list(temp)).noneMatch(f -> f.getFileName().toString().startsWith(".partial"));
  }

  @Test
  void aFolderWithFilesIsNeverOverwritten() throws IOException {
    Path out = Files.createDirectories(temp.resolve("out"));
    Files.writeString(out.resolve("mine.txt"), "mine");
    refused(propagate(clip().resolve("frames"), keyframes(0)), "is not empty");
    assertThat(out.resolve("mine.txt")).hasContent("mine");
  }

  @Test
  void wrongArgumentsAreOneLineToo() {
    assertOneLine(run("propagate"), "Missing required");
    assertOneLine(run("unknown"), "unknown");
    assertOneLine(run("generate", "--clips", "1", "--seed", "x", "--out", "y"), "--seed");
    refused(
        run("generate", "--clips", "1", "--seed", "1", "--out", "y", "--size", "big"), "640x360");
    refused(run("eval", temp.toString()), "holds no clip");
    String clips = shared.resolve("clips").toString();
    refused(run("eval", clips, "--annotator", "--pred", "x"), "give --engine");
    refused(run("eval", shared.resolve("clips").toString(), "--every", "1"), "leaves no frames");
  }

  @Test
  void evalPrintsATableAndWritesJson() throws IOException {
    Path json = temp.resolve("eval.json");
    Outcome outcome =
        run(
            "eval",
            shared.resolve("clips").toString(),
            "--every",
            "3",
            "--engine",
            "reference",
            "--json",
            json.toString());
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("clip-00004").contains("mean").contains("ECE");
    JsonNode report = JsonMapper.builder().build().readTree(Files.readString(json)).get(0);
    assertThat(report.get("every").asInt()).isEqualTo(3);
    assertThat(report.get("j").asDouble()).isBetween(0.3, 1.0);
    assertThat(report.get("clips")).hasSize(1);
    assertThat(report.get("confidence").get("ece").isNumber()).isTrue();
  }

  @Test
  void evalScoresAnybodysMasksAndDrawsAPage() throws IOException {
    Path page = temp.resolve("eval.html");
    Path json = temp.resolve("pred.json");
    Path clip = shared.resolve("clips/clip-00004");
    Outcome outcome =
        run(
            "eval",
            clip.toString(),
            "--every",
            "3",
            "--pred",
            clip.resolve("masks").toString(),
            "--json",
            json.toString(),
            "--html",
            page.toString());
    assertThat(outcome.status()).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(Files.readString(json)).get(0);
    assertThat(report.get("j").asDouble()).isEqualTo(1);
    assertThat(report.get("vpq").asDouble()).isEqualTo(1);
    assertThat(report.get("stq").asDouble()).isEqualTo(1);
    assertThat(report.get("pixelsTwice").asInt()).isZero();
    assertThat(report.get("flicker").asDouble()).isEqualTo(report.get("truthFlicker").asDouble());
    assertThat(report.get("identitySwitches").asInt()).isZero();
    assertThat(report.get("errorCut").asDouble()).isEqualTo(1);
    assertThat(report.get("slices")).isNotEmpty();
    assertThat(Files.readString(page)).contains("<svg", "clip-00004", "data:image/jpeg");
  }

  @Test
  void generatesLandscapesWithTruthAndTheirClasses() throws IOException {
    Path out = temp.resolve("whole");
    Outcome outcome =
        run(
            "generate",
            "--panoptic",
            "--clips",
            "1",
            "--seed",
            "4",
            "--size",
            "96x64",
            "--frames",
            "3",
            "--out",
            out.toString());
    assertThat(outcome.status()).isZero();
    Path clip = out.resolve("clip-00004");
    SegmentClasses classes = SegmentClasses.of(clip);
    assertThat(classes.stuff()).contains("sky", "road", "trees");
    LabelImage image = IndexedPng.read(Files.readAllBytes(clip.resolve("masks/00000.png")));
    assertThat(image.ids()).anyMatch(id -> !classes.isThing(id)).anyMatch(classes::isThing);
    Files.writeString(clip.resolve("meta.json"), "{\"classes\":{\"one\":{}}}");
    refused(run("eval", out.toString()), "meta.json");
  }

  private static void refused(Outcome outcome, String sentence) {
    assertThat(outcome.status()).isEqualTo(1);
    assertOneLine(outcome, sentence);
  }

  private static void assertOneLine(Outcome outcome, String sentence) {
    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.err().strip().lines()).hasSize(1).first().asString().contains(sentence);
    assertThat(outcome.err()).startsWith("keyreel: ");
  }
}
