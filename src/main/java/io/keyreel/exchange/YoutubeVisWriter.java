package io.keyreel.exchange;

import io.keyreel.exchange.Areas.Area;
import io.keyreel.exchange.Clip.ClipTrack;
import io.keyreel.geometry.CocoRle;
import io.keyreel.geometry.PixelBox;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** YouTube-VIS: one annotation a track, with an entry a frame, null where it is absent. */
final class YoutubeVisWriter implements FormatWriter {
  static final String FILE = "train/instances.json";

  /** Entries held in memory at once; more tracks than that are gathered in further passes. */
  private static final int BATCH = 200_000;

  private record Piece(String counts, int area, PixelBox box) {}

  private record Row(int clip, int video, ClipTrack track, @Nullable Piece[] pieces) {}

  @Override
  public void write(ExportSource source, ExportZip zip, boolean images, Losses losses)
      throws IOException {
    losses.add(
        "YouTube-VIS knows no attributes, visibility, confidence or frame times; they are left"
            + " out.");
    Categories categories = new Categories(source.head(), losses);
    try (OutputStream entry = zip.entry(FILE);
        JsonGenerator json = ShapeJson.to(entry)) {
      json.writeStartObject();
      ExportJson.info(json, source.head());
      categories.write(json);
      videos(source.head(), json);
      annotations(source, categories, json, losses);
      json.writeEndObject();
    }
    if (images) {
      for (Clip clip : source.head().clips()) {
        for (int frame : clip.frames()) {
          zip.stored("train/JPEGImages/" + fileName(clip, frame), source.jpeg(clip, frame));
        }
      }
    }
  }

  private static void videos(SnapshotHead head, JsonGenerator json) {
    json.writeArrayPropertyStart("videos");
    for (int i = 0; i < head.clips().size(); i++) {
      Clip clip = head.clips().get(i);
      json.writeStartObject();
      json.writeNumberProperty("id", i + 1);
      json.writeNumberProperty("width", clip.width());
      json.writeNumberProperty("height", clip.height());
      json.writeNumberProperty("length", clip.frameCount());
      json.writeArrayPropertyStart("file_names");
      clip.frames().forEach(frame -> json.writeString(fileName(clip, frame)));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void annotations(
      ExportSource source, Categories categories, JsonGenerator json, Losses losses)
      throws IOException {
    json.writeArrayPropertyStart("annotations");
    List<Row> batch = new ArrayList<>();
    int held = 0;
    int id = 1;
    boolean counted = false;
    List<Clip> clips = source.head().clips();
    for (int i = 0; i < clips.size(); i++) {
      for (ClipTrack track : clips.get(i).tracks()) {
        int length = clips.get(i).frameCount();
        if (!batch.isEmpty() && held + length > BATCH) {
          id = gathered(source, batch, counted ? new Losses() : losses, categories, json, id);
          counted = true;
          batch.clear();
          held = 0;
        }
        batch.add(new Row(i, i + 1, track, new Piece[length]));
        held += length;
      }
    }
    gathered(source, batch, counted ? new Losses() : losses, categories, json, id);
    json.writeEndArray();
  }

  private static int gathered(
      ExportSource source,
      List<Row> rows,
      Losses losses,
      Categories categories,
      JsonGenerator json,
      int firstId)
      throws IOException {
    Map<List<Integer>, Row> byTrack = new HashMap<>();
    rows.forEach(row -> byTrack.put(List.of(row.clip(), row.track().number()), row));
    source.frames((clip, frame) -> {
      for (Area area : Areas.of(clip, frame, losses)) {
        Row row = byTrack.get(List.of(frame.clip(), area.track().number()));
        if (row != null) {
          row.pieces()[clip.position(frame.frame())] =
              new Piece(CocoRle.compressed(area.mask()), area.mask().area(), area.mask().bounds());
        }
      }
    });
    int id = firstId;
    for (Row row : rows) {
      if (write(source.head().clips().get(row.clip()), row, id, categories, json)) {
        id++;
      }
    }
    return id;
  }

  private static boolean write(
      Clip clip, Row row, int id, Categories categories, JsonGenerator json) {
    boolean any = false;
    for (Piece piece : row.pieces()) {
      any |= piece != null;
    }
    if (!any) {
      return false;
    }
    json.writeStartObject();
    json.writeNumberProperty("id", id);
    json.writeNumberProperty("video_id", row.video());
    json.writeNumberProperty("category_id", categories.of(row.track().classId()));
    json.writeNumberProperty("iscrowd", row.track().crowd() ? 1 : 0);
    json.writeNumberProperty("track_id", row.track().number());
    json.writeNumberProperty("width", clip.width());
    json.writeNumberProperty("height", clip.height());
    json.writeNumberProperty("length", clip.frameCount());
    each(
        json,
        "segmentations",
        row,
        piece -> ExportJson.rle(json, clip.width(), clip.height(), piece.counts()));
    each(json, "areas", row, piece -> json.writeNumber(piece.area()));
    each(json, "bboxes", row, piece -> ExportJson.box(json, piece.box()));
    json.writeEndObject();
    return true;
  }

  @FunctionalInterface
  private interface PieceWriter {
    void write(Piece piece);
  }

  private static void each(JsonGenerator json, String name, Row row, PieceWriter writer) {
    json.writeArrayPropertyStart(name);
    for (Piece piece : row.pieces()) {
      if (piece == null) {
        json.writeNull();
      } else {
        writer.write(piece);
      }
    }
    json.writeEndArray();
  }

  private static String fileName(Clip clip, int frame) {
    return "%s/%05d.jpg".formatted(clip.folder(), frame);
  }
}
