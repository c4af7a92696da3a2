package io.keyreel.exchange;

import io.keyreel.exchange.Clip.ClipTrack;
import io.keyreel.exchange.LabelledFrame.FrameShape;
import io.keyreel.exchange.SnapshotHead.Category;
import io.keyreel.exchange.SnapshotHead.Scope;
import io.keyreel.geometry.BoxShape;
import io.keyreel.geometry.EllipseShape;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.PointsShape;
import io.keyreel.geometry.PolygonShape;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A made-up snapshot, the same for the same seed: odd sizes, gaps, overlaps, every shape. */
final class GeneratedSource implements ExportSource {
  private static final List<Category> CATEGORIES =
      List.of(
          new Category("dog", "Dog", "thing", "#ff0000"),
          new Category("ball", "Ball & \"chain\" ü", "thing", "#00ff00"),
          new Category("grass", "Grass", "stuff", "#0000ff"));

  private final Random random;
  private final SnapshotHead head;
  private final List<LabelledFrame> frames = new ArrayList<>();

  GeneratedSource(long seed) {
    this.random = new Random(seed);
    List<Clip> clips = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      clips.add(clip(i));
    }
    this.head =
        new SnapshotHead(
            new UUID(1, seed),
            "Generated " + seed,
            1 + (int) (seed & 0xff),
            Scope.ALL,
            Instant.ofEpochSecond(1_700_000_000 + seed),
            1,
            CATEGORIES,
            clips);
    for (int i = 0; i < count; i++) {
      for (int frame : clips.get(i).frames()) {
        frames.add(frame(i, clips.get(i), frame));
      }
    }
  }

  @Override
  public SnapshotHead head() {
    return head;
  }

  @Override
  public void frames(FrameConsumer consumer) throws IOException {
    for (LabelledFrame frame : frames) {
      consumer.accept(head.clips().get(frame.clip()), frame);
    }
  }

  @Override
  public byte[] jpeg(Clip clip, int frame) {
    return (clip.folder() + " " + frame).getBytes(StandardCharsets.UTF_8);
  }

  List<LabelledFrame> all() {
    return frames;
  }

  /** The pixels that formats of areas must give back, by clip, frame and track. */
  Map<List<Integer>, Mask> areas() {
    Map<List<Integer>, Mask> areas = new HashMap<>();
    for (LabelledFrame frame : frames) {
      Clip clip = head.clips().get(frame.clip());
      for (FrameShape shape : frame.shapes()) {
        Mask mask = Masks.of(shape.shape(), clip.width(), clip.height());
        if (!mask.isEmpty()) {
          areas.put(List.of(frame.clip(), frame.frame(), shape.track()), mask);
        }
      }
    }
    return areas;
  }

  private Clip clip(int index) {
    int width = 1 + random.nextInt(70);
    int height = 1 + random.nextInt(50);
    int from = random.nextInt(3) * 40;
    List<FrameRange> ranges = new ArrayList<>(List.of(new FrameRange(from, from + 6)));
    if (random.nextBoolean()) {
      ranges.add(new FrameRange(from + 10, from + 11 + random.nextInt(4)));
    }
    List<ClipTrack> tracks = new ArrayList<>();
    int count = random.nextInt(6);
    for (int t = 1; t <= count; t++) {
      int classIndex = random.nextInt(4);
      tracks.add(
          new ClipTrack(
              new UUID(index, t),
              t * 2,
              random.nextInt(6) == 0 ? "CROWD" : "OBJECT",
              classIndex == 3 ? null : CATEGORIES.get(classIndex).id(),
              "track " + t,
              Map.of("breed", "terrier"),
              random.nextInt(3)));
    }
    return new Clip(
        new UUID(2, index),
        "Clip " + index + ".mp4",
        "clip_" + index,
        width,
        height,
        List.of(1, 12800),
        ranges,
        tracks);
  }

  private LabelledFrame frame(int index, Clip clip, int frame) {
    List<FrameShape> shapes = new ArrayList<>();
    for (ClipTrack track : clip.tracks()) {
      if (random.nextInt(4) > 0) {
        Shape shape = shape(clip.width(), clip.height());
        boolean human = random.nextBoolean();
        shapes.add(
            new FrameShape(
                track.number(),
                slot(shape),
                shape,
                human ? "human" : "propagated",
                human ? null : random.nextInt(100) / 100.0,
                human ? null : "flow",
                human ? null : new UUID(3, 1).toString(),
                human ? "Anna" : null,
                random.nextBoolean() ? "VISIBLE" : "OCCLUDED",
                track.z(),
                Map.of()));
      }
    }
    return new LabelledFrame(
        index, frame, frame * 512L, 512, "%064x".formatted(frame), List.copyOf(shapes));
  }

  private Shape shape(int width, int height) {
    return switch (random.nextInt(6)) {
      case 0 -> new BoxShape(at(width), at(height), at(width), at(height), random.nextDouble());
      case 1 -> new EllipseShape(at(width), at(height), 1 + at(width), 1 + at(height), 0.3);
      case 2 ->
          new PolygonShape(
              List.of(
                  new double[] {
                    at(width), at(height), at(width), at(height), at(width), at(height)
                  }));
      case 3 -> new PointsShape(new double[] {at(width), at(height)});
      default -> {
        int density = 1 + random.nextInt(9);
        yield Masks.toShape(Mask.of(width, height, (x, y) -> random.nextInt(10) < density));
      }
    };
  }

  private double at(int size) {
    return random.nextDouble() * size;
  }

  private static String slot(Shape shape) {
    return switch (shape) {
      case BoxShape _ -> "BOX";
      case EllipseShape _ -> "ELLIPSE";
      case PointsShape _ -> "POINTS";
      default -> "MASK";
    };
  }
}
