package io.keyreel.media.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real recordings, where they lie beside the project. */
class CorpusTest {
  private static final Path MEDIA = Path.of("..", "shared", "media");
  private static final Map<String, Integer> ENCODED =
      Map.of(
          "cdnet__highway-b.libx264.mkv", 210,
          "davis16__bmx-bumps.libx265.mp4", 90,
          "davis16__bus.mpeg4.avi", 80,
          "davis16__dance-jump.libsvtav1.mkv", 60,
          "davis16__dog-agility.mjpeg.avi", 25,
          "davis16__motorbike.libx264.vfr.mp4", 43,
          "davis16__stroller.libvpx-vp9.webm", 91,
          "davis16__swing.libx264.mp4", 60);

  @TestFactory
  Stream<DynamicTest> everyRecordingGivesTheFramesOfAFullDecode() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(MEDIA));
    Decoder decoder = new Decoder(Clips.CACHE, DecodeLimits.standard());
    List<DynamicTest> tests = new ArrayList<>();
    JsonNode index = JsonMapper.shared().readTree(Files.readString(MEDIA.resolve("index.json")));
    index.forEachEntry((name, entry) ->
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> check(decoder, MEDIA.resolve(name), entry.path("frames").asInt()))));
    ENCODED.forEach((name, frames) ->
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> check(decoder, MEDIA.resolve("encoded").resolve(name), frames))));
    return tests.stream();
  }

  private static void check(Decoder decoder, Path file, int expected) throws IOException {
    MediaInfo info = decoder.probe(file);
    Counting frames = new Counting();
    DecodeResult result = decoder.decode(file, info, frames, Cancellation.NEVER);
    assertThat(result.frames()).isEqualTo(expected);
    assertThat(frames.count).isEqualTo(expected);
    assertThat(frames.pts).isSorted().doesNotHaveDuplicates();
    if (file.getFileName().toString().contains("corrupted")) {
      assertThat(result.warning()).contains("28");
    } else {
      assertThat(result.warning()).isNull();
      assertThat(frames.hashes)
          .containsExactlyElementsOf(new Clips(Path.of("target")).hashes(file));
    }
  }

  private static final class Counting implements FrameSink {
    final List<Long> pts = new ArrayList<>();
    final List<String> hashes = new ArrayList<>();
    int count;

    @Override
    public void begin() {
      pts.clear();
      hashes.clear();
      count = 0;
    }

    @Override
    public void accept(DecodedFrame frame) {
      if (frame.number() != count) {
        throw new UserError.Invalid("out of order");
      }
      pts.add(frame.pts());
      hashes.add(java.util.HexFormat.of().formatHex(frame.sha256()));
      count++;
    }
  }
}
