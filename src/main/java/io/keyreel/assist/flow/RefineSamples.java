package io.keyreel.assist.flow;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.PixelBox;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Writes what the engine shows a refinement beside what is true: {@code planes.u8}, {@code
 * truth.u8} and {@code index.csv} in a folder.
 */
public final class RefineSamples implements AutoCloseable {
  private static final double GOOD = 0.97;
  private static final double GOOD_SHARE = 0.3;

  private final OutputStream planes;
  private final OutputStream truths;
  private final OutputStream index;
  private final Refinement loop;
  private int size;

  /**
   * @param loop whether the program's net carries its own results on; otherwise mixtures of belief
   *     and truth are carried on
   */
  public RefineSamples(Path folder, boolean loop) throws IOException {
    this.loop = loop ? NetRefinement.shipped() : Refinement.NONE;
    Files.createDirectories(folder);
    planes = new BufferedOutputStream(Files.newOutputStream(folder.resolve("planes.u8")), 1 << 20);
    truths = new BufferedOutputStream(Files.newOutputStream(folder.resolve("truth.u8")));
    index = new BufferedOutputStream(Files.newOutputStream(folder.resolve("index.csv")));
    index.write("seed,track,frame,iou,outside\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** Runs the engine and keeps what it saw, but not all that was good already. */
  public void add(PropagationRequest request, CalibrationFit.Truth truth, long seed) {
    new FlowPropagator(
            Runtime.getRuntime().availableProcessors(),
            (track, frame, verdict) -> {},
            new Recorder(truth, seed))
        .propagate(request, chunk -> {}, Progress.NONE, Cancellation.NEVER);
  }

  public int size() {
    return size;
  }

  private synchronized void write(byte[] shown, byte[] true255, String line) {
    try {
      planes.write(shown);
      truths.write(true255);
      index.write(line.getBytes(StandardCharsets.US_ASCII));
      size++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    planes.close();
    truths.close();
    index.close();
  }

  private final class Recorder implements Refinement {
    private final CalibrationFit.Truth truth;
    private final long seed;

    Recorder(CalibrationFit.Truth truth, long seed) {
      this.truth = truth;
      this.seed = seed;
    }

    @Override
    public Belief refine(View view, UUID track, int frame, Crop crop, Belief belief) {
      Random random = new Random(seed * 1_000_003 + track.hashCode() * 8191L + frame);
      random.nextInt();
      Mask drawn = truth.of(track, frame);
      SoftMask exact = SoftMask.of(view.soften(drawn));
      byte[] shown = crop.show(exact);
      double iou = iou(crop, shown);
      if (iou < GOOD || random.nextDouble() < GOOD_SHARE) {
        write(
            crop.planes(),
            shown,
            String.format(
                Locale.ROOT,
                "%d,%s,%d,%.4f,%.4f%n",
                seed,
                track,
                frame,
                iou,
                outside(crop, exact)));
      }
      return loop.active(view)
          ? loop.refine(view, track, frame, crop, belief)
          : mixed(crop.box(), exact, belief, random);
    }

    /** Truth in places, belief elsewhere. */
    private static Belief mixed(PixelBox box, SoftMask exact, Belief belief, Random random) {
      double share = random.nextDouble() < 0.3 ? 2 : 2.4 * random.nextDouble() - 1.2;
      double waveX = (0.5 + 2 * random.nextDouble()) * 6.28 / box.width();
      double waveY = (0.5 + 2 * random.nextDouble()) * 6.28 / box.height();
      double phase = 6.28 * random.nextDouble();
      PixelBox all = box.union(belief.box());
      float[] values = new float[all.width() * all.height()];
      for (int i = 0; i < values.length; i++) {
        int x = all.x() + i % all.width();
        int y = all.y() + i / all.width();
        double wave = Math.sin(waveX * x + phase) * Math.cos(waveY * y + 2 * phase);
        values[i] = wave > share ? exact.at(x, y) : belief.at(x, y);
      }
      return belief.with(all, values);
    }
  }

  private static double iou(Crop crop, byte[] shown) {
    int common = 0;
    int either = 0;
    for (int i = 0; i < shown.length; i++) {
      boolean a = (crop.planes()[Crop.BELIEF * Crop.AREA + i] & 0xff) > 127;
      boolean b = (shown[i] & 0xff) > 127;
      common += a && b ? 1 : 0;
      either += a || b ? 1 : 0;
    }
    return either == 0 ? 1 : (double) common / either;
  }

  /** The share of the object that the crop leaves out. */
  private static double outside(Crop crop, SoftMask exact) {
    double in = 0;
    double all = 1e-6;
    PixelBox box = exact.box();
    for (int i = 0; i < exact.values().length; i++) {
      int x = box.x() + i % box.width();
      int y = box.y() + i / box.width();
      double value = exact.values()[i] & 0xff;
      all += value;
      boolean seen =
          x >= crop.box().x()
              && y >= crop.box().y()
              && x < crop.box().right()
              && y < crop.box().bottom();
      in += seen ? value : 0;
    }
    return 1 - in / all;
  }
}
