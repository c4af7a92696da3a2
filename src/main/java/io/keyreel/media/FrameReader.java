package io.keyreel.media;

import io.keyreel.media.storage.ObjectStore;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The frames of one video, as everybody sees them: out of the packs, in full size. Keeps the last
 * few packs and pictures, so that it is quick in either direction.
 */
public final class FrameReader implements FrameSource {
  private static final int PACKS = 3;
  private static final long PICTURE_BYTES = 64L << 20;

  private final ObjectStore store;
  private final UUID video;
  private final int width;
  private final int height;
  private final int frameCount;
  private final Map<Integer, byte[]> packs = recent(PACKS);
  private final Map<Integer, Image> pictures;

  FrameReader(ObjectStore store, Video video) {
    this.store = store;
    this.video = video.id();
    this.width = video.width();
    this.height = video.height();
    this.frameCount = video.frameCount();
    this.pictures = recent((int) Math.clamp(PICTURE_BYTES / (3L * width * height), 2, 64));
  }

  private static <T> Map<Integer, T> recent(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Integer, T> eldest) {
        return size() > most;
      }
    };
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int frameCount() {
    return frameCount;
  }

  @Override
  public Image frame(int number) {
    synchronized (pictures) {
      Image known = pictures.get(number);
      if (known != null) {
        return known;
      }
    }
    Image picture = ImageCodec.decode(jpeg(number));
    synchronized (pictures) {
      pictures.put(number, picture);
    }
    return picture;
  }

  /** The frame as it lies in its pack. */
  public byte[] jpeg(int number) {
    if (number < 0 || number >= frameCount) {
      throw new IndexOutOfBoundsException(
          "frame %d of a video of %d frames".formatted(number, frameCount));
    }
    return FramePack.picture(pack(number / FramePack.SIZE), number % FramePack.SIZE);
  }

  private byte[] pack(int number) {
    synchronized (packs) {
      return packs.computeIfAbsent(number, n -> store.bytes(Keys.pack(video, Tier.FULL, n)));
    }
  }
}
