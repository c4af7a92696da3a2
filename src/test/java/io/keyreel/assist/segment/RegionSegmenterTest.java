package io.keyreel.assist.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.assist.Prompt;
import io.keyreel.assist.Segmentation;
import io.keyreel.assist.Segmenter.OpenedFrame;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Metrics;
import io.keyreel.geometry.PixelBox;
import io.keyreel.synth.ClipGenerator;
import io.keyreel.synth.ClipSpec;
import io.keyreel.synth.GeneratedClip;
import io.keyreel.synth.HardClip;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.LabelImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionSegmenterTest {
  /** None of these were learnt from. */
  private static final long SEED = 31_000;

  private static final int FRAME = 5;

  private final RegionSegmenter segmenter = new RegionSegmenter();

  @Test
  void aBoxOrAFewClicksFindWhatIsMeant() {
    double[] clicks = new double[5];
    double boxes = 0;
    int objects = 0;
    for (int i = 0; i < 8; i++) {
      GeneratedClip clip = clip(i);
      Mask truth = clip.labels(FRAME).mask(1);
      if (truth.area() < 600) {
        continue;
      }
      OpenedFrame frame = segmenter.open(clip, FRAME);
      objects++;
      List<Prompt> prompts = new ArrayList<>();
      Mask answer = Mask.empty(truth.width(), truth.height());
      for (int c = 0; c < clicks.length; c++) {
        prompts.add(SimulatedClicks.next(answer, truth));
        answer = frame.segment(prompts, null).getFirst().mask();
        clicks[c] += Metrics.iou(answer, truth);
      }
      PixelBox box = truth.bounds();
      Prompt boxed = new Prompt.Box(box.x(), box.y(), box.width(), box.height());
      boxes += Metrics.iou(best(frame, boxed).mask(), truth);
    }
    assertThat(objects).isGreaterThan(4);
    assertThat(clicks[0] / objects).as("one click").isGreaterThan(0.4);
    assertThat(clicks[2] / objects).as("three clicks").isGreaterThan(0.55);
    assertThat(clicks[4] / objects).as("five clicks").isGreaterThan(0.62);
    assertThat(boxes / objects).as("a box").isGreaterThan(0.6);
  }

  @Test
  void pixelsThatWereSpokenOfAreAsTheLastWordSaid() {
    GeneratedClip clip = clip(2);
    OpenedFrame frame = segmenter.open(clip, FRAME);
    Random random = new Random(3);
    for (int round = 0; round < 6; round++) {
      List<Prompt> prompts = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        double x = 20 + 40 * i + random.nextDouble();
        double y = 60 + random.nextInt(60);
        prompts.add(new Prompt.Point(x, y, i % 2 == 0));
        prompts.add(new Prompt.Point(x + 9, y, i % 2 != 0));
      }
      Mask mask = frame.segment(prompts, null).getFirst().mask();
      for (Prompt prompt : prompts) {
        Prompt.Point point = (Prompt.Point) prompt;
        assertThat(mask.get((int) point.x(), (int) point.y()))
            .as("%s", point)
            .isEqualTo(point.in());
      }
    }
  }

  @Test
  void nothingOfTheMaskLiesOutsideTheBox() {
    OpenedFrame frame = segmenter.open(clip(1), FRAME);
    PixelBox found = best(frame, new Prompt.Box(81, 47, 101, 93)).mask().bounds();

    assertThat(found.x()).isGreaterThanOrEqualTo(81);
    assertThat(found.y()).isGreaterThanOrEqualTo(47);
    assertThat(found.right()).isLessThanOrEqualTo(182);
    assertThat(found.bottom()).isLessThanOrEqualTo(140);
  }

  @Test
  void theSamePromptsGetTheSameMasksHoweverTheyWereAsked() {
    GeneratedClip clip = clip(3);
    List<Prompt> prompts =
        List.of(
            new Prompt.Point(150, 90, true),
            new Prompt.Scribble(List.of(20.0, 20.0, 60.0, 30.0), false),
            new Prompt.Point(170, 120, true));
    OpenedFrame once = segmenter.open(clip, FRAME);
    OpenedFrame stepwise = new RegionSegmenter().open(clip, FRAME);
    for (int i = 1; i < prompts.size(); i++) {
      stepwise.segment(prompts.subList(0, i), null);
    }

    assertThat(stepwise.segment(prompts, null)).isEqualTo(once.segment(prompts, null));
  }

  @Test
  void aRoughMaskIsMendedAndAPriorIsWhereClicksGoOnFrom() {
    GeneratedClip clip = new Square();
    OpenedFrame frame = segmenter.open(clip, 0);
    Mask truth = clip.labels(0).mask(1);
    Mask rough = Mask.of(320, 240, (x, y) -> Math.hypot(x - 148, y - 112) < 42);

    assertThat(Metrics.iou(best(frame, new Prompt.RoughMask(rough)).mask(), truth))
        .isGreaterThan(Metrics.iou(rough, truth));
    Prompt click = new Prompt.Point(150, 110, true);
    Mask withPrior = frame.segment(List.of(click), rough).getFirst().mask();
    assertThat(Metrics.iou(withPrior, truth)).isGreaterThan(0.9);
  }

  @Test
  void offersOtherReadingsTheLikeliestFirst() {
    List<Segmentation> readings =
        segmenter.open(clip(4), FRAME).segment(List.of(new Prompt.Point(160, 90, true)), null);

    assertThat(readings).hasSizeBetween(2, 8);
    assertThat(readings)
        .isSortedAccordingTo((a, b) -> Double.compare(b.predictedIou(), a.predictedIou()));
    assertThat(readings).allMatch(r -> r.predictedIou() >= 0 && r.predictedIou() <= 1);
  }

  @Test
  void picturesOfAnySizeDo() {
    for (int[] size : new int[][] {{8, 6}, {64, 1}, {1, 1}, {2300, 700}}) {
      Image grey = new Image(size[0], size[1], 3, new byte[3 * size[0] * size[1]]);
      Mask mask =
          best(segmenter.open(new Single(grey), 0), new Prompt.Point(size[0], size[1], true))
              .mask();
      assertThat(mask.get(size[0] - 1, size[1] - 1)).isTrue();
      assertThat(mask.width()).isEqualTo(size[0]);
    }
  }

  @Test
  void smallThingsInLargeFramesAreLookedAtClosely() {
    GeneratedClip clip = HardClip.of(new ClipSpec(SEED, 1600, 900, 12));
    Image ground = clip.frame(0);
    byte[] data = ground.data().clone();
    Mask truth = Mask.of(1600, 900, (x, y) -> Math.hypot(x - 1203.5, y - 307.5) < 17);
    truth.forEachRun((from, to) -> {
      for (int i = from; i < to; i++) {
        data[3 * i] = 20;
        data[3 * i + 1] = (byte) (230 - i % 5);
        data[3 * i + 2] = (byte) 240;
      }
    });
    OpenedFrame frame = segmenter.open(new Single(new Image(1600, 900, 3, data)), 0);

    Prompt click = new Prompt.Point(1203, 307, true);
    Prompt far = new Prompt.Point(30, 880, false);
    assertThat(Metrics.iou(best(frame, click).mask(), truth)).isGreaterThan(0.9);
    assertThat(Metrics.iou(frame.segment(List.of(click, far), null).getFirst().mask(), truth))
        .isGreaterThan(0.9);
    Prompt box = new Prompt.Box(1180, 285, 50, 45);
    assertThat(Metrics.iou(best(frame, box).mask(), truth)).isGreaterThan(0.85);
  }

  private static Segmentation best(OpenedFrame frame, Prompt prompt) {
    return frame.segment(List.of(prompt), null).getFirst();
  }

  private static GeneratedClip clip(int i) {
    ClipSpec spec = new ClipSpec(SEED + i, 320, 180, 12);
    return i % 2 == 0 ? ClipGenerator.generate(spec) : HardClip.of(spec);
  }

  private record Single(Image picture) implements FrameSource {
    @Override
    public int width() {
      return picture.width();
    }

    @Override
    public int height() {
      return picture.height();
    }

    @Override
    public int frameCount() {
      return 1;
    }

    @Override
    public Image frame(int number) {
      return picture;
    }
  }

  /** A bright square that moves over dark ground. */
  private static final class Square implements GeneratedClip {
    @Override
    public List<String> objectNames() {
      return List.of("square");
    }

    @Override
    public LabelImage labels(int number) {
      byte[] labels = new byte[320 * 240];
      for (int i = 0; i < labels.length; i++) {
        int x = i % 320 - 2 * number;
        labels[i] = (byte) (x >= 110 && x < 190 && i / 320 >= 70 && i / 320 < 150 ? 1 : 0);
      }
      return new LabelImage(320, 240, labels);
    }

    @Override
    public int width() {
      return 320;
    }

    @Override
    public int height() {
      return 240;
    }

    @Override
    public int frameCount() {
      return 4;
    }

    @Override
    public Image frame(int number) {
      byte[] data = new byte[3 * 320 * 240];
      byte[] labels = labels(number).labels();
      for (int i = 0; i < labels.length; i++) {
        data[3 * i] = (byte) (labels[i] == 1 ? 60 : 40 + i % 7);
        data[3 * i + 1] = (byte) (labels[i] == 1 ? 190 : 60);
        data[3 * i + 2] = (byte) (labels[i] == 1 ? 220 : 50);
      }
      return new Image(320, 240, 3, data);
    }
  }
}
