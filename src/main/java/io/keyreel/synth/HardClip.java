package io.keyreel.synth;

import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import io.keyreel.vision.LabelImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A generated clip that is hard to follow: quick, deforming, hidden now and then, and among things
 * that look alike. Peaceful scenes are {@link ClipGenerator}'s.
 */
public final class HardClip implements GeneratedClip {
  private static final double[][] SAMPLES = {
    {0.25, 0.25}, {0.75, 0.75}, {0.75, 0.25}, {0.25, 0.75}
  };

  private final ClipSpec spec;
  private final Stage stage;
  private final Film film;

  private HardClip(ClipSpec spec, Stage stage, Film film) {
    this.spec = spec;
    this.stage = stage;
    this.film = film;
  }

  public static HardClip of(ClipSpec spec) {
    Random random = new Random(spec.seed() * 0x9E3779B97F4A7C15L + 777);
    return new HardClip(spec, Stage.random(random, spec), Film.random(random));
  }

  @Override
  public List<String> objectNames() {
    return Collections.nCopies(stage.objects(), "puppet");
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
  public LabelImage labels(int number) {
    List<Stage.Placed> placed = stage.at(number);
    byte[] labels = new byte[spec.width() * spec.height()];
    for (int i = 0; i < labels.length; i++) {
      double x = i % spec.width() + 0.5;
      double y = i / spec.width() + 0.5;
      for (Stage.Placed one : placed) {
        if (one.pose().limbAt(x, y) >= 0) {
          labels[i] = (byte) one.label();
          break;
        }
      }
    }
    return new LabelImage(spec.width(), spec.height(), labels);
  }

  @Override
  public Image frame(int number) {
    float[] sums = new float[3 * spec.width() * spec.height()];
    for (int s = 0; s < SAMPLES.length; s++) {
      double time = number + film.shutter() * (s - 1.5) / SAMPLES.length;
      paint(time, SAMPLES[s], sums);
    }
    Image sharp = film.expose(sums, spec, number, SAMPLES.length);
    return ImageCodec.decode(ImageCodec.jpeg(sharp, film.quality(), film.quality() > 85));
  }

  private void paint(double time, double[] offset, float[] sums) {
    List<Stage.Placed> placed = stage.at(time);
    Stage.Ground ground = stage.ground(time);
    for (int y = 0; y < spec.height(); y++) {
      for (int x = 0; x < spec.width(); x++) {
        double sx = x + offset[0];
        double sy = y + offset[1];
        int at = 3 * (y * spec.width() + x);
        if (!paint(placed, sx, sy, sums, at)) {
          ground.paint(sx, sy, sums, at);
        }
      }
    }
  }

  private static boolean paint(
      List<Stage.Placed> placed, double x, double y, float[] sums, int at) {
    for (Stage.Placed one : placed) {
      int limb = one.pose().limbAt(x, y);
      if (limb >= 0) {
        one.pose().paint(limb, x, y, sums, at);
        return true;
      }
    }
    return false;
  }

  /** Exposure, sensor and file. */
  private record Film(
      double shutter,
      double drift,
      double rate,
      double gamma,
      double noise,
      int blur,
      int quality) {
    private static final int TONES = 4096;

    static Film random(Random random) {
      return new Film(
          random.nextInt(3) == 0 ? 0 : 0.9 * random.nextDouble(),
          random.nextInt(2) == 0 ? 0.02 : 0.25 * random.nextDouble(),
          0.05 + 0.3 * random.nextDouble(),
          0.7 + 0.7 * random.nextDouble(),
          5 * random.nextDouble() * random.nextDouble(),
          random.nextInt(3) == 0 ? 1 : 0,
          random.nextInt(4) == 0 ? 40 + random.nextInt(40) : 80 + random.nextInt(15));
    }

    Image expose(float[] sums, ClipSpec spec, int number, int samples) {
      float[] light = sums;
      for (int i = 0; i < blur; i++) {
        light = soften(light, spec.width(), spec.height());
      }
      byte[] data = new byte[sums.length];
      double gain = (1 + drift * Math.sin(rate * number)) / samples;
      float[] tones = tones();
      float[] grain = grain(spec.seed() * 31 + number);
      long state = spec.seed() * 1_000_003L + number;
      for (int i = 0; i < data.length; i++) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        int tone = (int) Math.clamp(gain * light[i] * TONES / 2, 0, TONES - 1);
        float value = tones[tone] + grain[(int) (state >>> 52)];
        data[i] = (byte) Math.clamp(Math.round(value), 0, 255);
      }
      return new Image(spec.width(), spec.height(), 3, data);
    }

    /** Levels by light from 0 to 2. */
    private float[] tones() {
      float[] tones = new float[TONES];
      for (int i = 0; i < TONES; i++) {
        tones[i] = (float) (255 * Math.pow(2.0 * i / TONES, gamma));
      }
      return tones;
    }

    private float[] grain(long seed) {
      Random random = new Random(seed);
      float[] grain = new float[TONES];
      for (int i = 0; i < TONES; i++) {
        grain[i] = (float) (noise * random.nextGaussian());
      }
      return grain;
    }

    private static float[] soften(float[] light, int width, int height) {
      float[] soft = light.clone();
      for (int y = 1; y < height - 1; y++) {
        for (int i = 3 * (y * width + 1); i < 3 * ((y + 1) * width - 1); i++) {
          float cross = light[i - 3] + light[i + 3] + light[i - 3 * width] + light[i + 3 * width];
          soft[i] = 0.4f * light[i] + 0.15f * cross;
        }
      }
      return soft;
    }
  }

  /** Who is on stage, front to back, and what lies behind. */
  private record Stage(
      List<Actor> cast, Cloth far, Cloth near, double horizon, Noise noise, Lens camera) {
    /**
     * @param label 0 for those that nobody labels
     */
    private record Actor(Puppet puppet, int label) {}

    record Placed(Pose pose, int label) {}

    private record Lens(
        double panX,
        double panY,
        double shake,
        double zoom,
        double turn,
        double phase,
        int height) {
      static Lens random(Random random, ClipSpec spec) {
        double pace = spec.height() / 480.0 * (random.nextInt(3) == 0 ? 1 : 9);
        return new Lens(
            pace * random.nextGaussian(),
            pace * 0.25 * random.nextGaussian(),
            random.nextInt(2) * 3 * random.nextDouble() * spec.height() / 480,
            0.006 * random.nextGaussian(),
            random.nextInt(3) == 0 ? 0.008 * random.nextGaussian() : 0,
            6.28 * random.nextDouble(),
            spec.height());
      }

      Affine at(double t) {
        double middle = height / 2.0;
        return Affine.IDENTITY
            .move(middle, middle)
            .turn(turn * t)
            .scale(Math.exp(zoom * t), Math.exp(zoom * t))
            .move(
                -middle + panX * t + shake * Math.sin(1.9 * t + phase),
                -middle + panY * t + shake * Math.sin(2.6 * t + 2 * phase));
      }
    }

    static Stage random(Random random, ClipSpec spec) {
      Colour[] earth = Cloth.palette(random);
      Cloth far = Cloth.random(random, earth);
      Cloth near = Cloth.random(random, random.nextBoolean() ? earth : Cloth.palette(random));
      Lens camera = Lens.random(random, spec);
      List<Actor> cast = new ArrayList<>();
      int objects = 1 + random.nextInt(3) / 2 + random.nextInt(2);
      int hiding = random.nextInt(5) < 2 ? 1 + random.nextInt(2) : 0;
      for (int i = 0; i < hiding; i++) {
        cast.add(new Actor(bystander(random, spec, camera, 1.3, wardrobe(random, earth)), 0));
      }
      Cloth[] last = {near};
      for (int i = 1; i <= objects; i++) {
        Cloth[] cloths = random.nextInt(4) == 0 ? last : wardrobe(random, earth);
        cast.add(new Actor(Puppet.random(random, cloths, motion(random, spec)), i));
        if (random.nextInt(3) == 0) {
          cast.add(new Actor(Puppet.random(random, cloths, motion(random, spec)), 0));
        }
        last = cloths;
      }
      int still = random.nextInt(7);
      for (int i = 0; i < still; i++) {
        Cloth[] cloths = random.nextInt(3) == 0 ? last : wardrobe(random, earth);
        cast.add(new Actor(bystander(random, spec, camera, 1, cloths), 0));
      }
      double horizon = random.nextDouble() * 1.2 - 0.1;
      return new Stage(cast, far, near, horizon, new Noise(random.nextLong()), camera);
    }

    private static Cloth[] wardrobe(Random random, Colour[] earth) {
      Colour[] colours = random.nextInt(3) == 0 ? earth : Cloth.palette(random);
      Cloth[] cloths = new Cloth[1 + random.nextInt(3)];
      for (int i = 0; i < cloths.length; i++) {
        boolean other = i > 0 && random.nextBoolean();
        cloths[i] = Cloth.random(random, other ? Cloth.palette(random) : colours);
      }
      return cloths;
    }

    /** Crosses the middle of the screen in the middle of the clip, more or less. */
    private static Puppet.Motion motion(Random random, ClipSpec spec) {
      double unit = spec.height() / 480.0;
      double pace = unit * 12 * random.nextDouble() * random.nextDouble();
      double way = 6.28 * random.nextDouble();
      double speedX = pace * Math.cos(way);
      double speedY = 0.5 * pace * Math.sin(way);
      double half = spec.frames() / 2.0;
      return new Puppet.Motion(
          spec.width() * (0.5 + 0.22 * random.nextGaussian()) - speedX * half,
          spec.height() * (0.5 + 0.18 * random.nextGaussian()) - speedY * half,
          spec.height() * (0.25 + 0.6 * random.nextDouble()),
          speedX,
          speedY,
          unit * 14 * random.nextDouble() * random.nextDouble(),
          unit * 14 * random.nextDouble() * random.nextDouble(),
          0.1 + 0.5 * random.nextDouble(),
          6.28 * random.nextDouble(),
          0.008 * random.nextGaussian(),
          6.28 * random.nextDouble(),
          random.nextInt(2) * 0.7 * random.nextDouble());
    }

    /** Stands in the scene: moves with the ground, or faster if nearer. */
    private static Puppet bystander(
        Random random, ClipSpec spec, Lens camera, double parallax, Cloth[] cloths) {
      double half = spec.frames() / 2.0;
      double speedX = -parallax * camera.panX;
      double speedY = -parallax * camera.panY;
      Puppet.Motion motion =
          new Puppet.Motion(
              spec.width() * random.nextDouble() - speedX * half,
              spec.height() * random.nextDouble() - speedY * half,
              spec.height() * (0.15 + 0.5 * random.nextDouble()),
              speedX,
              speedY,
              0,
              0,
              0.1,
              camera.phase,
              -camera.zoom,
              6.28 * random.nextDouble(),
              0);
      return Puppet.random(random, cloths, motion);
    }

    int objects() {
      return cast.stream().mapToInt(Actor::label).max().orElse(0);
    }

    List<Placed> at(double time) {
      return cast.stream().map(a -> new Placed(a.puppet.at(time), a.label)).toList();
    }

    Ground ground(double time) {
      return new Ground(this, camera.at(time));
    }

    /** The backdrop at one moment. */
    record Ground(Stage stage, Affine way) {
      void paint(double x, double y, float[] into, int at) {
        double gx = way.x(x, y);
        double gy = way.y(x, y);
        double height = stage.camera.height;
        double below = gy / height - stage.horizon;
        if (Math.abs(below) < 0.125) {
          below -= 0.25 * (stage.noise.smooth(gx / height / 3, gy / height / 3) - 0.5);
        }
        (below < 0 ? stage.far : stage.near).add(gx, gy, 1, into, at);
      }
    }
  }
}
