package io.keyreel.media;

import io.keyreel.media.decode.DecodedFrame;
import io.keyreel.media.decode.MediaInfo;
import io.keyreel.vision.FrameCoder;
import io.keyreel.vision.ShotDetector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Makes of a decoded frame what is kept of it. Serves any number of threads. */
final class FrameWorkshop implements AutoCloseable {
  private final int width;
  private final int height;
  private final boolean fullColour;
  private final Preview preview;
  private final Storyboard tiles;
  private final Queue<FrameCoder> idle = new ConcurrentLinkedQueue<>();

  FrameWorkshop(MediaInfo info) {
    this.width = info.width();
    this.height = info.height();
    this.fullColour = info.fullColour();
    this.preview = Preview.of(width, height);
    this.tiles = Storyboard.of(width, height, 1);
  }

  /**
   * @param onBoard whether the storyboard may show a frame of that number
   */
  CodedFrame code(DecodedFrame frame, IntPredicate onBoard) {
    @Nullable FrameCoder used = idle.poll();
    FrameCoder coder = used == null ? new FrameCoder(width, height) : used;
    try {
      byte[] hash = frame.sha256();
      switch (frame.picture()) {
        case DecodedFrame.Native(var planes) -> coder.load(planes);
        case DecodedFrame.Converted(var bgr) -> coder.load(bgr);
      }
      frame.release();
      return new CodedFrame(
          frame.number(),
          frame.pts(),
          frame.duration(),
          hash,
          coder.full(Tier.FULL.quality(), fullColour),
          coder.preview(preview.width(), preview.height(), Tier.PREVIEW.quality()),
          coder.gray(ShotDetector.WIDTH, ShotDetector.height(width, height)),
          onBoard.test(frame.number()) ? coder.tile(tiles.tileWidth(), tiles.tileHeight()) : null);
    } finally {
      idle.add(coder);
    }
  }

  @Override
  public void close() {
    @Nullable FrameCoder coder;
    while ((coder = idle.poll()) != null) {
      coder.close();
    }
  }
}
