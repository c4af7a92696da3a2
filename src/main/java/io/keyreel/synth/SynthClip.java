package io.keyreel.synth;

import io.keyreel.vision.Image;
import io.keyreel.vision.LabelImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A generated clip. Frames and their truth are painted when asked for; nothing is kept. */
public final class SynthClip implements GeneratedClip {
  private static final double[][] SAMPLES = {
    {0.25, 0.25}, {0.75, 0.25}, {0.25, 0.75}, {0.75, 0.75}
  };

  private final ClipSpec spec;
  private final Camera camera;
  private final Landscape landscape;
  private final List<Actor> actors;
  private final List<Actor> occluders;
  private final Light light;

  SynthClip(
      ClipSpec spec,
      Camera camera,
      Landscape landscape,
      List<Actor> actors,
      List<Actor> occluders,
      Light light) {
    this.spec = spec;
    this.camera = camera;
    this.landscape = landscape;
    this.actors = List.copyOf(actors);
    this.occluders = List.copyOf(occluders);
    this.light = light;
  }

  public ClipSpec spec() {
    return spec;
  }

  @Override
  public List<String> objectNames() {
    return actors.stream().map(Actor::name).toList();
  }

  @Override
  public int width() {
    return spec.width();
  }

  @Override
  public int height() {
    return spec.height();
  }

  @Override
  public int frameCount() {
    return spec.frames();
  }

  @Override
  public Image frame(int number) {
    int width = spec.width();
    int height = spec.height();
    float[] sums = new float[3 * width * height];
    for (int s = 0; s < SAMPLES.length; s++) {
      double open = light.shutter() * (s - 1.5) / SAMPLES.length;
      paint(number + open, SAMPLES[s][0], SAMPLES[s][1], sums);
    }
    return expose(sums, number);
  }

  /** By the pixel's centre, in the middle of the exposure. */
  @Override
  public LabelImage labels(int number) {
    int width = spec.width();
    List<Figure> front = figures(occluders, number);
    List<Figure> figures = figures(actors, number);
    byte[] labels = new byte[width * spec.height()];
    for (int i = 0; i < labels.length; i++) {
      double x = i % width + 0.5;
      double y = i / width + 0.5;
      if (front.stream().noneMatch(f -> f.covers(x, y))) {
        for (int k = figures.size() - 1; k >= 0 && labels[i] == 0; k--) {
          labels[i] = (byte) (figures.get(k).covers(x, y) ? k + 1 : 0);
        }
      }
    }
    return new LabelImage(width, spec.height(), labels);
  }

  /** What the landscape shows at each pixel; null where something stands in front of all. */
  @Nullable Stuff[] stuff(int number) {
    int width = spec.width();
    int height = spec.height();
    List<Figure> front = figures(occluders, number);
    @Nullable Stuff[] stuff = new Stuff[width * height];
    for (int i = 0; i < stuff.length; i++) {
      double x = i % width + 0.5;
      double y = i / width + 0.5;
      if (front.stream().noneMatch(f -> f.covers(x, y))) {
        stuff[i] = landscape.stuff(worldX(x, number), worldY(y, number), camera.x(number));
      }
    }
    return stuff;
  }

  private double worldX(double x, double time) {
    double middle = 0.5 * spec.width() / spec.height();
    return middle + (x / spec.height() - middle) / camera.zoom(time);
  }

  private double worldY(double y, double time) {
    return 0.5 + (y / spec.height() - 0.5) / camera.zoom(time) + camera.y(time);
  }

  private List<Figure> figures(List<Actor> of, double time) {
    return of.stream().map(a -> new Figure(a, camera, spec, time)).toList();
  }

  private void paint(double time, double offsetX, double offsetY, float[] sums) {
    int width = spec.width();
    int height = spec.height();
    List<Figure> figures = figures(actors, time);
    List<Figure> all = new java.util.ArrayList<>(figures(occluders, time).reversed());
    all.addAll(figures.reversed());
    double zoom = camera.zoom(time);
    double pan = camera.x(time);
    double tilt = camera.y(time);
    double middle = 0.5 * width / height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sx = x + offsetX;
        double sy = y + offsetY;
        Colour colour = null;
        for (int k = 0; k < all.size() && colour == null; k++) {
          colour = all.get(k).at(sx, sy);
        }
        if (colour == null) {
          double wx = middle + (sx / height - middle) / zoom;
          double wy = 0.5 + (sy / height - 0.5) / zoom + tilt;
          colour = landscape.at(wx, wy, pan);
          for (Figure figure : figures) {
            colour = colour.times(figure.shadow(sx, sy));
          }
        }
        int i = 3 * (y * width + x);
        sums[i] += colour.blue();
        sums[i + 1] += colour.green();
        sums[i + 2] += colour.red();
      }
    }
  }

  private Image expose(float[] sums, int number) {
    byte[] data = new byte[sums.length];
    double gain = light.gain(number) * 255 / SAMPLES.length;
    double[] channel = {gain * (1 - light.warmth()), gain, gain * (1 + light.warmth())};
    long state = spec.seed() * 1_000_003L + number;
    for (int i = 0; i < data.length; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      double grain = ((state >>> 33 & 0xffff) + (state >>> 49)) / 32768.0 - 1.5;
      double value = sums[i] * channel[i % 3] + grain * 2 * light.noise();
      data[i] = (byte) Math.clamp(Math.round(value), 0, 255);
    }
    return new Image(spec.width(), spec.height(), 3, data);
  }
}
