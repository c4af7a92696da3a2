package io.keyreel.media;

import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.media.storage.ObjectStore;
import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import io.keyreel.vision.Images;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Single pictures and whole packs, as files. Who may see them is for the callers to decide. */
@Service
public class Thumbnails {
  static final int HEIGHT = 90;

  private static final int POSTER_HEIGHT = 360;
  private static final int PREVIEW_LINES = 480;

  private final VideoStore videos;
  private final PackStore packs;
  private final ObjectStore store;

  Thumbnails(VideoStore videos, PackStore packs, ObjectStore store) {
    this.videos = videos;
    this.packs = packs;
    this.store = store;
  }

  /** A small JPEG of a frame. */
  public byte[] thumbnail(UUID video, int frame) {
    return picture(ready(video), frame, HEIGHT);
  }

  /** The picture that stands for the video. */
  public byte[] poster(Video video) {
    return picture(video, video.frameCount() / 4, POSTER_HEIGHT);
  }

  /**
   * A frame as JPEG.
   *
   * @param height at most so many lines, or null for the frame as it is
   */
  public byte[] picture(Video video, int frame, @Nullable Integer height) {
    Videos.requireReady(video);
    if (frame < 0 || frame >= video.frameCount()) {
      throw new UserError.NotFound(
          "The video has no frame %d; its last one is %d."
              .formatted(frame, video.frameCount() - 1));
    }
    if (height == null || height >= video.height()) {
      return stored(video, Tier.FULL, frame);
    }
    Tier tier = height <= PREVIEW_LINES ? Tier.PREVIEW : Tier.FULL;
    byte[] jpeg = stored(video, tier, frame);
    if (height == PREVIEW_LINES) {
      return jpeg;
    }
    Image small = Images.shrink(ImageCodec.decode(jpeg), Math.max(8, height));
    return ImageCodec.jpeg(small, Tier.PREVIEW.quality(), false);
  }

  private byte[] stored(Video video, Tier tier, int frame) {
    int pack = frame / FramePack.SIZE;
    String key = Keys.pack(video.id(), tier, pack);
    int count = Math.min(FramePack.SIZE, video.frameCount() - pack * FramePack.SIZE);
    byte[] head = store.bytesOfRange(key, 0, FramePack.headBytes(count));
    FrameRange place = FramePack.place(head, frame % FramePack.SIZE);
    return store.bytesOfRange(key, place.from(), place.length());
  }

  public Storyboard storyboard(Video video) {
    Videos.requireReady(video);
    return Storyboard.of(video.width(), video.height(), video.frameCount());
  }

  public byte[] storyboardSheet(Video video) {
    Videos.requireReady(video);
    return store.bytes(Keys.storyboard(video.id()));
  }

  public PackInfo pack(Video video, int pack) {
    Videos.requireReady(video);
    return packs
        .pack(video.id(), pack)
        .orElseThrow(() -> new UserError.NotFound("The video has no frame pack " + pack + "."));
  }

  /** Part of a pack; the caller closes the stream. */
  public InputStream bytes(Video video, int pack, Tier tier, long offset, long length) {
    return store.getRange(Keys.pack(video.id(), tier, pack), offset, length);
  }

  private Video ready(UUID id) {
    return videos.find(id).orElseThrow(Videos::noSuchVideo);
  }
}
