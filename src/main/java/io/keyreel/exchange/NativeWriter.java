package io.keyreel.exchange;

import io.keyreel.exchange.LabelledFrame.FrameShape;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * Keyreel's own JSON: everything of the snapshot, each shape with where it comes from, each frame
 * with its time and the hash of its picture.
 */
final class NativeWriter implements FormatWriter {
  static final String FILE = "keyreel.json";
  private static final int VERSION = 1;

  @Override
  public void write(ExportSource source, ExportZip zip, boolean images, Losses losses)
      throws IOException {
    losses.add("Notes, history and drafts that were never confirmed are not part of a snapshot.");
    head(source.head(), zip);
    clips(source, zip);
    if (images) {
      for (Clip clip : source.head().clips()) {
        for (int frame : clip.frames()) {
          zip.stored(
              "frames/%s/%06d.jpg".formatted(clip.folder(), frame), source.jpeg(clip, frame));
        }
      }
    }
  }

  private static void head(SnapshotHead head, ExportZip zip) throws IOException {
    try (OutputStream entry = zip.entry(FILE);
        JsonGenerator json = ShapeJson.to(entry)) {
      json.writeStartObject();
      json.writeStringProperty("format", "keyreel");
      json.writeNumberProperty("formatVersion", VERSION);
      json.writePOJOProperty("snapshot", head);
      json.writeEndObject();
    }
  }

  private static void clips(ExportSource source, ExportZip zip) throws IOException {
    try (ClipFiles files = new ClipFiles(zip)) {
      source.frames(files::frame);
    }
  }

  /** One file a clip, opened when its first frame comes. */
  private static final class ClipFiles implements AutoCloseable {
    private final ExportZip zip;
    private int open = -1;
    private OutputStream entry = OutputStream.nullOutputStream();
    private JsonGenerator json = ShapeJson.to(entry);

    ClipFiles(ExportZip zip) {
      this.zip = zip;
    }

    void frame(Clip clip, LabelledFrame frame) throws IOException {
      if (frame.clip() != open) {
        close();
        open = frame.clip();
        entry = zip.entry("labels/%s.json".formatted(clip.folder()));
        json = ShapeJson.to(entry);
        json.writeStartObject();
        json.writeStringProperty("video", clip.video().toString());
        json.writeStringProperty("name", clip.name());
        json.writeArrayPropertyStart("frames");
      }
      json.writeStartObject();
      json.writeNumberProperty("frame", frame.frame());
      json.writeNumberProperty("pts", frame.pts());
      json.writeNumberProperty("duration", frame.duration());
      json.writeStringProperty("sha256", frame.sha256());
      json.writeArrayPropertyStart("shapes");
      for (FrameShape shape : frame.shapes()) {
        json.writePOJO(shape);
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
      if (open >= 0) {
        json.writeEndArray();
        json.writeEndObject();
      }
      json.close();
      entry.close();
      open = -1;
    }
  }
}
