package io.keyreel.exchange;

import io.keyreel.kernel.Cancellation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MappingIterator;

/** The frames of snapshots in the store: gzip, one JSON object a line and frame. */
@Component
class SnapshotFiles {
  private final SnapshotFrames frames;
  private final ExportObjects objects;

  SnapshotFiles(SnapshotFrames frames, ExportObjects objects) {
    this.frames = frames;
    this.objects = objects;
  }

  List<Clip> write(UUID id, SnapshotPlan plan, Cancellation cancellation) {
    List<Clip> clips = new ArrayList<>();
    objects.put(
        key(id),
        "application/gzip",
        out -> {
          try (OutputStream zipped = new GZIPOutputStream(out, 1 << 16)) {
            ClipFolders folders = new ClipFolders();
            for (SnapshotPlan.PlannedClip planned : plan.clips()) {
              clips.add(
                  frames.read(
                      clips.size(),
                      planned,
                      folders.of(planned.name()),
                      frame -> line(zipped, frame),
                      cancellation));
            }
          }
        });
    return clips;
  }

  void read(Snapshot snapshot, ExportSource.FrameConsumer consumer) throws IOException {
    List<Clip> clips = snapshot.head().clips();
    try (InputStream stored = new BufferedInputStream(objects.get(key(snapshot.id())));
        InputStream plain = new GZIPInputStream(stored, 1 << 16);
        MappingIterator<LabelledFrame> lines =
            ShapeJson.MAPPER.readerFor(LabelledFrame.class).readValues(plain)) {
      while (lines.hasNextValue()) {
        LabelledFrame frame = lines.nextValue();
        consumer.accept(clips.get(frame.clip()), frame);
      }
    }
  }

  void delete(UUID id) {
    objects.delete(key(id));
  }

  private static String key(UUID id) {
    return "snapshots/%s.jsonl.gz".formatted(id);
  }

  private static void line(OutputStream out, LabelledFrame frame) {
    try {
      out.write(ShapeJson.MAPPER.writeValueAsBytes(frame));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
