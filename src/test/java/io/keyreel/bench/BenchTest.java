package io.keyreel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That the bench measures what it says; what comes out is never judged here. */
class BenchTest {
  @TempDir private Path folder;

  @Test
  void aTinyRunYieldsEveryFigure() throws IOException {
    Path out = folder.resolve("bench.json");

    Report report = new Bench(Scale.TINY, server(), out).measure();

    assertThat(report.figures())
        .extracting(Figure::name)
        .satisfiesExactly(
            name -> assertThat(name).startsWith("start to first page"),
            name -> assertThat(name).isEqualTo("memory, server idle"),
            name -> assertThat(name).isEqualTo("memory, server and database idle"),
            name -> assertThat(name).isEqualTo("memory, server at its most in an ingest"),
            name -> assertThat(name).isEqualTo("memory, with database and decoder in an ingest"),
            name -> assertThat(name).isEqualTo("ingest of 160x96 h264"),
            name -> assertThat(name).isEqualTo("frame step at hand, p50"),
            name -> assertThat(name).isEqualTo("frame step at hand, p95"),
            name -> assertThat(name).isEqualTo("frame jump to fetch, p50"),
            name -> assertThat(name).isEqualTo("frame jump to fetch, p95"),
            name -> assertThat(name).isEqualTo("save of a keyframe, p50"),
            name -> assertThat(name).isEqualTo("save of a keyframe, p95"),
            name -> assertThat(name).startsWith("propagation at 160x96"));
    assertThat(report.figures()).allSatisfy(figure -> assertThat(figure.value()).isPositive());
    JsonNode json = JsonMapper.shared().readTree(Files.readString(out));
    assertThat(json.path("figures")).hasSize(report.figures().size());
    assertThat(json.path("machine").path("idle").isBoolean()).isTrue();
  }

  private static List<String> server() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }
}
