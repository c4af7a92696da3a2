package io.keyreel.assist.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.Drill;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskBuilder;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the engine takes: memory that does not grow with the recording, and an end when asked. */
class BoundsTest {
  private static final int THREADS = 2;

  /** Frames read by one piece of work: the one looked at and the one compared with. */
  private static final int READS = 2;

  private static final int KEYFRAMES_EVERY = 100;
  private static final long ROOM = 48L << 20;

  /** A patterned square on patterned ground, painted when asked for. */
  private record Wandering(int width, int height, int frameCount) implements FrameSource {
    @Override
    public Image frame(int number) {
      byte[] data = new byte[width * height * 3];
      int left = left(number);
      int top = height / 3;
      int side = height / 4;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          boolean inside = x >= left && x < left + side && y >= top && y < top + side;
          int u = inside ? x - left : x;
          int shade = (u * 7 ^ y * 5 ^ u * y / 31) & 63;
          int at = (y * width + x) * 3;
          data[at] = (byte) (shade + (inside ? 20 : 90));
          data[at + 1] = (byte) (shade + (inside ? 40 : 110));
          data[at + 2] = (byte) (shade + (inside ? 170 : 60));
        }
      }
      return new Image(width, height, 3, data);
    }

    private int left(int number) {
      int room = width - height / 4;
      int way = number * 2 % (2 * room);
      return way < room ? way : 2 * room - way;
    }

    Mask truth(int number) {
      MaskBuilder builder = new MaskBuilder(width, height);
      for (int y = height / 3; y < height / 3 + height / 4; y++) {
        for (int x = left(number); x < left(number) + height / 4; x++) {
          builder.set(x, y);
        }
      }
      return builder.build();
    }
  }

  private static PropagationRequest request(FrameSource frames, Wandering truth, int every) {
    Map<Integer, Mask> drawn = new TreeMap<>();
    for (int t = 0; t < frames.frameCount(); t += every) {
      drawn.put(t, truth.truth(t));
    }
    return new PropagationRequest(
        frames,
        List.of(new TrackKeyframes(Scenes.track(1), drawn)),
        new FrameRange(0, frames.frameCount()),
        List.of());
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void memoryIsFlatInTheLengthOfTheRecording() {
    boolean full = Drill.count(0, 1) == 1;
    Wandering clip = new Wandering(full ? 1280 : 160, full ? 720 : 96, Drill.count(330, 10_000));
    List<Long> used = new ArrayList<>();
    AtomicInteger frames = new AtomicInteger();
    new FlowPropagator(THREADS)
        .propagate(
            request(clip, clip, KEYFRAMES_EVERY),
            chunk -> {
              frames.addAndGet(chunk.results().size());
              used.add(used());
            },
            Progress.NONE,
            () -> false);
    assertThat(frames.get()).isGreaterThan(clip.frameCount() * 9 / 10);
    assertThat(used.getLast()).isLessThan(used.get(1) + ROOM);
  }

  @Test
  void afterCancellationNoWorkerBeginsAnotherFrame() {
    Wandering clip = new Wandering(160, 96, 60);
    for (int stop : new int[] {5, 70, 150}) {
      AtomicInteger reads = new AtomicInteger();
      FrameSource counting =
          new FrameSource() {
            @Override
            public int width() {
              return clip.width();
            }

            @Override
            public int height() {
              return clip.height();
            }

            @Override
            public int frameCount() {
              return clip.frameCount();
            }

            @Override
            public Image frame(int number) {
              reads.incrementAndGet();
              return clip.frame(number);
            }
          };
      PropagationRequest request = request(counting, clip, 59);
      assertThatThrownBy(() ->
              new FlowPropagator(THREADS)
                  .propagate(request, chunk -> {}, Progress.NONE, () -> reads.get() >= stop))
          .isInstanceOf(CancellationException.class);
      assertThat(reads.get()).isLessThanOrEqualTo(stop + READS * THREADS);
    }
  }
}
