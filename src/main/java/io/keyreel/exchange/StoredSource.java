package io.keyreel.exchange;

import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.Progress;
import io.keyreel.media.FrameReader;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored snapshot with the pictures of its videos; tells how far the export has come. */
final class StoredSource implements ExportSource {
  private final Snapshot snapshot;
  private final SnapshotFiles files;
  private final ClipMedia media;
  private final Progress progress;
  private final Cancellation cancellation;
  private final boolean images;
  private int pictures;
  private @Nullable UUID opened;
  private @Nullable FrameReader reader;

  StoredSource(
      Snapshot snapshot,
      SnapshotFiles files,
      ClipMedia media,
      boolean images,
      Progress progress,
      Cancellation cancellation) {
    this.snapshot = snapshot;
    this.files = files;
    this.media = media;
    this.images = images;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  @Override
  public SnapshotHead head() {
    return snapshot.head();
  }

  @Override
  public void frames(FrameConsumer consumer) throws IOException {
    int total = Math.max(1, head().frameCount());
    double share = images ? 0.3 : 1;
    int[] done = {0};
    files.read(
        snapshot,
        (clip, frame) -> {
          cancellation.check();
          consumer.accept(clip, frame);
          progress.report(share * ++done[0] / total, "Writing labels");
        });
  }

  @Override
  public byte[] jpeg(Clip clip, int frame) {
    cancellation.check();
    int total = Math.max(1, head().frameCount());
    progress.report(0.3 + 0.7 * ++pictures / total, "Writing pictures");
    FrameReader open = reader;
    if (open == null || !clip.video().equals(opened)) {
      open = media.open(clip.video());
      reader = open;
      opened = clip.video();
    }
    return open.jpeg(frame);
  }

  /** The losses of a format, and those of the snapshot itself. */
  static String lossText(SnapshotHead head, List<String> losses) {
    return "What this format could not carry (snapshot %d of %s):\n"
            .formatted(head.number(), head.projectName())
        + String.join("", losses.stream().map(loss -> "- " + loss + "\n").toList());
  }
}
