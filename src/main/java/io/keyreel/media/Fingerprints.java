package io.keyreel.media;

import io.keyreel.media.storage.ObjectStore;
import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import io.keyreel.vision.Images;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * What a recording looks like, in few numbers: of each tile of its storyboard a hash of where it
 * gets brighter from left to right. Pictures that look alike have hashes that differ in few bits.
 */
@Service
public class Fingerprints {
  private static final int SIDE = 8;
  private static final int LEAST_CONTRAST = 16;

  private final VideoStore videos;
  private final ObjectStore store;

  Fingerprints(VideoStore videos, ObjectStore store) {
    this.videos = videos;
    this.store = store;
  }

  /** Tiles that show next to nothing, such as black ones, are left out. */
  public long[] of(UUID id) {
    Video video = videos.find(id).orElseThrow(Videos::noSuchVideo);
    Videos.requireReady(video);
    Image sheet = Images.gray(ImageCodec.decode(store.bytes(Keys.storyboard(id))));
    Storyboard board = Storyboard.of(video.width(), video.height(), video.frameCount());
    long[] hashes = new long[board.frames().size()];
    int count = 0;
    for (int tile = 0; tile < hashes.length; tile++) {
      Image picture =
          Images.crop(
              sheet,
              tile % board.columns() * board.tileWidth(),
              tile / board.columns() * board.tileHeight(),
              board.tileWidth(),
              board.tileHeight());
      if (contrast(picture) >= LEAST_CONTRAST) {
        hashes[count++] = hash(Images.resize(picture, SIDE + 1, SIDE));
      }
    }
    return Arrays.copyOf(hashes, count);
  }

  private static long hash(Image small) {
    long hash = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int at = y * (SIDE + 1) + x;
        hash <<= 1;
        if ((small.data()[at] & 0xFF) < (small.data()[at + 1] & 0xFF)) {
          hash |= 1;
        }
      }
    }
    return hash;
  }

  private static int contrast(Image gray) {
    int low = 255;
    int high = 0;
    for (byte value : gray.data()) {
      low = Math.min(low, value & 0xFF);
      high = Math.max(high, value & 0xFF);
    }
    return high - low;
  }
}
