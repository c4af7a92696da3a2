package io.keyreel.media.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken recordings of all kinds: each is decoded or refused with a sentence; nothing hangs. */
class HostileMediaTest {
  private static final long SEED = 20;
  private static final int MUTATIONS = Integer.getInteger("keyreel.mutations", 40);

  @TempDir private Path folder;

  @Test
  void everyMutationIsDecodedOrRefusedWithAReason() throws IOException {
    Decoder decoder = new Decoder(Clips.CACHE, DecodeLimits.standard());
    Clips clips = new Clips(folder);
    String source = "testsrc2=s=96x64:r=10:d=1";
    List<Path> seeds =
        List.of(
            clips.make("a.mp4", source, "-c:v", "libopenh264"),
            clips.make("b.mp4", source, "-c:v", "mpeg4", "-bf", "2", "-movflags", "+faststart"),
            clips.make("c.webm", source, "-c:v", "libvpx-vp9", "-deadline", "realtime"),
            clips.make("d.avi", source, "-c:v", "mjpeg"),
            clips.make("e.gif", source),
            clips.make("f.ts", source, "-c:v", "mpeg2video"),
            clips.make("g.mkv", source, "-c:v", "ffv1"));
    Random random = new Random(SEED);
    int decoded = 0;
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = mutate(Files.readAllBytes(seeds.get(i % seeds.size())), random);
      Path file = Files.write(folder.resolve("mutation"), bytes);
      try {
        RecordedFrames frames = new RecordedFrames();
        MediaInfo info = decoder.probe(file);
        DecodeResult result = decoder.decode(file, info, frames, Cancellation.NEVER);
        assertThat(result.frames())
            .as("mutation %d", i)
            .isPositive()
            .isEqualTo(frames.frames.size());
        decoded++;
      } catch (UserError.Invalid refusal) {
        assertThat(refusal.getMessage()).as("mutation %d", i).endsWith(".");
        refused++;
      }
    }
    assertThat(decoded).isPositive();
    assertThat(refused).isPositive();
  }

  private static byte[] mutate(byte[] file, Random random) {
    byte[] bytes = file.clone();
    switch (random.nextInt(5)) {
      case 0 -> flip(bytes, random, 1 + random.nextInt(4), bytes.length);
      case 1 -> flip(bytes, random, 1 + random.nextInt(64), bytes.length);
      case 2 -> flip(bytes, random, 1 + random.nextInt(8), Math.min(bytes.length, 600));
      case 3 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      default -> {
        int length = random.nextInt(bytes.length / 2);
        int from = random.nextInt(bytes.length - length);
        int to = random.nextInt(bytes.length - length);
        System.arraycopy(file, from, bytes, to, length);
      }
    }
    return bytes;
  }

  private static void flip(byte[] bytes, Random random, int count, int within) {
    for (int i = 0; i < count; i++) {
      bytes[random.nextInt(within)] ^= (byte) (1 + random.nextInt(255));
    }
  }
}
