package io.keyreel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.keyreel.vision.LabelImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PanopticMeasuresTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final SegmentClasses SCENE =
      new SegmentClasses(
          Map.of(1, "car", 2, "car", 3, "person", 4, "road", 5, "sky"), Set.of("road", "sky"));

  private static LabelImage row(String labels) {
    byte[] bytes = new byte[labels.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (labels.charAt(i) == 'v' ? SegmentOverlaps.VOID : labels.charAt(i) - '0');
    }
    return new LabelImage(bytes.length, 1, bytes);
  }

  private static SegmentOverlaps clip(String[] truth, String[] predicted) {
    SegmentOverlaps clip = new SegmentOverlaps(SCENE);
    for (int t = 0; t < truth.length; t++) {
      clip.add(row(truth[t]), row(predicted[t]));
    }
    return clip;
  }

  private static double vpq(SegmentOverlaps clip) {
    return new PanopticQuality().add(clip).value();
  }

  private static TrackingQuality stq(SegmentOverlaps clip) {
    return new TrackingQuality().add(clip);
  }

  private static String[] times(int n, String row) {
    String[] rows = new String[n];
    Arrays.fill(rows, row);
    return rows;
  }

  @Test
  void whatIsRightIsOne() {
    String[] rows = times(16, "1122334455v0");
    assertThat(vpq(clip(rows, rows))).isEqualTo(1);
    assertThat(stq(clip(rows, rows)).value()).isEqualTo(1);
    assertThat(new PanopticQuality().add(clip(rows, rows)).byWindow())
        .containsOnlyKeys(1, 5, 10, 15);
  }

  @Test
  void aMatchCountsByItsOverlap() {
    SegmentOverlaps clip = clip(new String[] {"11110000"}, new String[] {"11100000"});
    assertThat(vpq(clip)).isEqualTo(0.75);
    assertThat(stq(clip).association()).isEqualTo(0.75 * 0.75, EXACTLY);
    assertThat(stq(clip).segmentation()).isEqualTo(0.75);
    assertThat(stq(clip).value()).isEqualTo(Math.sqrt(0.75 * 0.75 * 0.75), EXACTLY);
  }

  @Test
  void halfAnOverlapIsNoMatch() {
    assertThat(vpq(clip(new String[] {"1111"}, new String[] {"1100"}))).isZero();
  }

  @Test
  void aSwapOfTwoLookAlikesCostsTubesAndTracksButNotSingleFrames() {
    String[] truth = times(5, "1122");
    String[] predicted = times(5, "1122");
    predicted[4] = "2211";
    SegmentOverlaps clip = clip(truth, predicted);
    double tube = 8.0 / 12;
    assertThat(new PanopticQuality().add(clip).byWindow()).isEqualTo(Map.of(1, 1.0, 5, tube));
    assertThat(vpq(clip)).isEqualTo((1 + tube) / 2, EXACTLY);
    double association = (8 * (8.0 / 12) + 2 * (2.0 / 18)) / 10;
    assertThat(stq(clip).association()).isEqualTo(association, EXACTLY);
    assertThat(stq(clip).segmentation()).isEqualTo(1);
  }

  @Test
  void aWrongClassIsMissedInOneAndTooMuchInTheOther() {
    SegmentOverlaps clip = clip(new String[] {"11114444"}, new String[] {"33334444"});
    assertThat(vpq(clip)).isEqualTo(1.0 / 3, EXACTLY);
    assertThat(stq(clip).association()).isEqualTo(1);
    assertThat(stq(clip).segmentation()).isEqualTo(1.0 / 3, EXACTLY);
  }

  @Test
  void whatLiesOnVoidIsNoMistake() {
    SegmentOverlaps clip = clip(new String[] {"1111vvv0"}, new String[] {"11112220"});
    assertThat(vpq(clip)).isEqualTo(1);
    assertThat(stq(clip).value()).isEqualTo(1);
    SegmentOverlaps beside = clip(new String[] {"1111v000"}, new String[] {"11112220"});
    assertThat(vpq(beside)).isEqualTo(1 / 1.5, EXACTLY);
    assertThat(stq(beside).segmentation()).isEqualTo(4.0 / 6, EXACTLY);
  }

  @Test
  void stuffHasNoTracks() {
    SegmentOverlaps clip = clip(new String[] {"4445"}, new String[] {"4455"});
    assertThat(stq(clip).association()).isEqualTo(1);
    assertThat(stq(clip).segmentation()).isEqualTo((2.0 / 3 + 1.0 / 2) / 2, EXACTLY);
    assertThat(vpq(clip)).isEqualTo((2.0 / 3 + 0) / 2, EXACTLY);
  }

  @Test
  void theBackgroundIsNoClassButMayBeMistaken() {
    SegmentOverlaps clip = clip(new String[] {"1000"}, new String[] {"1110"});
    assertThat(vpq(clip)).isZero();
    assertThat(stq(clip).segmentation()).isEqualTo(1.0 / 3, EXACTLY);
  }

  @Test
  void manyClipsAreOnePileOfSegments() {
    SegmentOverlaps good = clip(new String[] {"1111"}, new String[] {"1111"});
    SegmentOverlaps bad = clip(new String[] {"1111"}, new String[] {"0000"});
    assertThat(new PanopticQuality().add(good).add(bad).value()).isEqualTo(1 / 1.5, EXACTLY);
    assertThat(new TrackingQuality().add(good).add(bad).association()).isEqualTo(0.5);
    assertThat(new TrackingQuality().add(good).add(bad).segmentation()).isEqualTo(0.5);
  }

  @Test
  void agreesWithTheDefinitionsTakenPixelByPixel() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int frames = 1 + random.nextInt(17);
      List<LabelImage> truth = new ArrayList<>();
      List<LabelImage> predicted = new ArrayList<>();
      SegmentOverlaps clip = new SegmentOverlaps(SCENE);
      for (int t = 0; t < frames; t++) {
        LabelImage right = random(random, t == 0 ? null : truth.getLast());
        truth.add(right);
        predicted.add(spoilt(random, right));
        clip.add(right, predicted.getLast());
      }
      SlowPanoptic slow = new SlowPanoptic(SCENE, truth, predicted);
      assertThat(vpq(clip)).as("seed " + seed).isEqualTo(slow.vpq(), within(1e-9));
      assertThat(stq(clip).value()).as("seed " + seed).isEqualTo(slow.stq(), within(1e-9));
    }
  }

  private static LabelImage random(Random random, LabelImage before) {
    byte[] labels = new byte[24];
    for (int i = 0; i < labels.length; i++) {
      boolean stays = before != null && random.nextInt(8) > 0;
      int label = random.nextInt(7);
      labels[i] = stays ? before.labels()[i] : (byte) (label == 6 ? SegmentOverlaps.VOID : label);
    }
    return new LabelImage(6, 4, labels);
  }

  private static LabelImage spoilt(Random random, LabelImage truth) {
    byte[] labels = truth.labels().clone();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == (byte) SegmentOverlaps.VOID || random.nextInt(5) == 0) {
        labels[i] = (byte) random.nextInt(6);
      }
    }
    return new LabelImage(6, 4, labels);
  }
}
