package io.keyreel.assist;

import io.keyreel.labels.LabelsFixture;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Frames that tests draw, of the size of {@link LabelsFixture}'s videos. */
@Primary
@TestComponent
class TestFootage implements Footage {
  private static final int FRAMES = 1000;

  private final Map<UUID, List<Integer>> shots = new ConcurrentHashMap<>();

  void setShots(UUID video, Integer... starts) {
    shots.put(video, List.of(starts));
  }

  /** Where the square's corner is on a frame of every video. */
  static int squareAt(int frame) {
    return 2 + frame;
  }

  @Override
  public FrameSource frames(UUID video) {
    return new FrameSource() {
      @Override
      public int width() {
        return LabelsFixture.WIDTH;
      }

      @Override
      public int height() {
        return LabelsFixture.HEIGHT;
      }

      @Override
      public int frameCount() {
        return FRAMES;
      }

      @Override
      public Image frame(int number) {
        return draw(number);
      }
    };
  }

  /** A bright, textured square of 16 pixels that goes to the right over a dark, textured ground. */
  private static Image draw(int number) {
    byte[] data = new byte[3 * LabelsFixture.WIDTH * LabelsFixture.HEIGHT];
    int corner = squareAt(number);
    for (int y = 0; y < LabelsFixture.HEIGHT; y++) {
      for (int x = 0; x < LabelsFixture.WIDTH; x++) {
        boolean inside = x >= corner && x < corner + 16 && y >= 16 && y < 32;
        int u = inside ? x - corner : x;
        int texture = (u * 37 + y * 61 + u * y * 13) % 50;
        int value = (inside ? 180 : 40) + texture;
        int i = 3 * (y * LabelsFixture.WIDTH + x);
        data[i] = (byte) value;
        data[i + 1] = (byte) (inside ? value : value / 2);
        data[i + 2] = (byte) (inside ? value / 2 : value);
      }
    }
    return new Image(LabelsFixture.WIDTH, LabelsFixture.HEIGHT, 3, data);
  }

  @Override
  public List<Integer> shotStarts(UUID video) {
    return shots.getOrDefault(video, List.of());
  }
}
