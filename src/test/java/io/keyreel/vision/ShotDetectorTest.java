package io.keyreel.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShotDetectorTest {
  private static final Image BLACK = new Image(160, 90, 3, new byte[160 * 90 * 3]);

  @Test
  void findsHardCutsToTheFrame() {
    List<Image> frames = new ArrayList<>(pan(1, 20, 2));
    frames.addAll(pan(2, 3, 0));
    frames.addAll(pan(3, 25, 5));
    assertThat(starts(frames)).containsExactly("0 START", "20 CUT", "23 CUT");
  }

  @Test
  void fastMotionIsNoCut() {
    assertThat(starts(pan(4, 30, 9))).containsExactly("0 START");
  }

  @Test
  void aFlashIsNoCut() {
    List<Image> frames = new ArrayList<>(pan(4, 30, 2));
    Image flashed = Pictures.mix(frames.get(15), white(), 0.7);
    frames.set(15, flashed);
    assertThat(starts(frames)).containsExactly("0 START");
  }

  @Test
  void aFadeThroughBlackIsOneBoundaryInItsMiddle() {
    List<Image> frames = new ArrayList<>(pan(5, 15, 1));
    Image last = frames.getLast();
    for (int i = 1; i <= 6; i++) {
      frames.add(Pictures.mix(last, BLACK, i / 6.0));
    }
    for (int i = 0; i < 4; i++) {
      frames.add(BLACK);
    }
    Image next = Pictures.texture(160, 90, 6, 0, 0);
    for (int i = 1; i <= 6; i++) {
      frames.add(Pictures.mix(BLACK, next, i / 6.0));
    }
    frames.addAll(pan(6, 15, 1));
    List<String> starts = starts(frames);
    assertThat(starts).hasSize(2);
    assertThat(starts.get(1)).matches("2[2-4] FADE");
  }

  @Test
  void aDissolveIsFoundNearItsMiddle() {
    List<Image> frames = new ArrayList<>(pan(7, 30, 0.5));
    List<Image> next = pan(8, 30, 0.5);
    Image from = frames.getLast();
    for (int i = 1; i < 12; i++) {
      frames.add(Pictures.mix(from, next.getFirst(), i / 12.0));
    }
    frames.addAll(next);
    List<String> starts = starts(frames);
    assertThat(starts).hasSize(2);
    assertThat(starts.get(1)).endsWith("DISSOLVE");
    assertThat(Integer.parseInt(starts.get(1).split(" ")[0])).isBetween(30, 41);
  }

  @Test
  void theLastShotReachesTheEnd() {
    try (ShotDetector detector = new ShotDetector()) {
      pan(9, 5, 1).forEach(detector::accept);
      assertThat(detector.finish(8))
          .hasSize(1)
          .first()
          .extracting(s -> s.frames().to())
          .isEqualTo(8);
      assertThat(detector.finish(0)).isEmpty();
    }
  }

  private static List<Image> pan(long seed, int frames, double speed) {
    List<Image> list = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      list.add(Pictures.texture(160, 90, seed, i * speed, 0));
    }
    return list;
  }

  private static Image white() {
    byte[] data = new byte[160 * 90 * 3];
    java.util.Arrays.fill(data, (byte) 255);
    return new Image(160, 90, 3, data);
  }

  private static List<String> starts(List<Image> frames) {
    try (ShotDetector detector = new ShotDetector()) {
      frames.forEach(detector::accept);
      return detector.finish(frames.size()).stream()
          .map(s -> s.frames().from() + " " + s.startsWith())
          .toList();
    }
  }
}
