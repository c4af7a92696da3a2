package io.keyreel.exchange;

import io.keyreel.geometry.PixelBox;
import tools.jackson.core.JsonGenerator;

/** Pieces of JSON that the formats of the COCO family share. */
final class ExportJson {
  private ExportJson() {}

  static void info(JsonGenerator json, SnapshotHead head) {
    json.writeObjectPropertyStart("info");
    json.writeStringProperty("description", head.projectName());
    json.writeStringProperty("version", "snapshot " + head.number());
    json.writeStringProperty("contributor", "Keyreel");
    json.writeStringProperty("date_created", head.createdAt().toString());
    json.writeEndObject();
  }

  static void box(JsonGenerator json, PixelBox box) {
    json.writeStartArray();
    json.writeNumber(box.x());
    json.writeNumber(box.y());
    json.writeNumber(box.width());
    json.writeNumber(box.height());
    json.writeEndArray();
  }

  /** The run lengths of a whole picture as pycocotools reads them. */
  static void rle(JsonGenerator json, int width, int height, String counts) {
    json.writeStartObject();
    json.writeArrayPropertyStart("size");
    json.writeNumber(height);
    json.writeNumber(width);
    json.writeEndArray();
    json.writeStringProperty("counts", counts);
    json.writeEndObject();
  }
}
