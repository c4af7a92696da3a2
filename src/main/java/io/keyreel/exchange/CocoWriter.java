package io.keyreel.exchange;

import io.keyreel.exchange.Areas.Area;
import io.keyreel.geometry.CocoRle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** COCO instances: one picture a frame, one annotation a track and frame. */
final class CocoWriter implements FormatWriter {
  static final String FILE = "annotations/instances_default.json";

  @Override
  public void write(ExportSource source, ExportZip zip, boolean images, Losses losses)
      throws IOException {
    losses.add(
        "COCO knows no tracks, frame times or attributes over time: the track's number and what"
            + " was known of the frame stand in each annotation's attributes.");
    Categories categories = new Categories(source.head(), losses);
    try (OutputStream entry = zip.entry(FILE);
        JsonGenerator json = ShapeJson.to(entry)) {
      json.writeStartObject();
      ExportJson.info(json, source.head());
      json.writeArrayPropertyStart("licenses");
      json.writeEndArray();
      categories.write(json);
      pictures(source.head(), json);
      annotations(source, categories, json, losses);
      json.writeEndObject();
    }
    if (images) {
      for (Clip clip : source.head().clips()) {
        for (int frame : clip.frames()) {
          zip.stored("images/default/" + fileName(clip, frame), source.jpeg(clip, frame));
        }
      }
    }
  }

  private static void pictures(SnapshotHead head, JsonGenerator json) {
    json.writeArrayPropertyStart("images");
    int id = 1;
    for (int index = 0; index < head.clips().size(); index++) {
      Clip clip = head.clips().get(index);
      for (int frame : clip.frames()) {
        json.writeStartObject();
        json.writeNumberProperty("id", id++);
        json.writeStringProperty("file_name", fileName(clip, frame));
        json.writeNumberProperty("width", clip.width());
        json.writeNumberProperty("height", clip.height());
        json.writeNumberProperty("video_id", index + 1);
        json.writeNumberProperty("frame", frame);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void annotations(
      ExportSource source, Categories categories, JsonGenerator json, Losses losses)
      throws IOException {
    int[] firstImage = firstImages(source.head());
    int[] next = {1};
    json.writeArrayPropertyStart("annotations");
    source.frames((clip, frame) -> {
      int image = firstImage[frame.clip()] + clip.position(frame.frame());
      for (Area area : Areas.of(clip, frame, losses)) {
        annotation(json, area, next[0]++, image, categories.of(area.track().classId()));
      }
    });
    json.writeEndArray();
  }

  private static void annotation(JsonGenerator json, Area area, int id, int image, int category) {
    json.writeStartObject();
    json.writeNumberProperty("id", id);
    json.writeNumberProperty("image_id", image);
    json.writeNumberProperty("category_id", category);
    json.writeName("segmentation");
    ExportJson.rle(
        json, area.mask().width(), area.mask().height(), CocoRle.compressed(area.mask()));
    json.writeNumberProperty("area", area.mask().area());
    json.writeName("bbox");
    ExportJson.box(json, area.mask().bounds());
    json.writeNumberProperty("iscrowd", area.track().crowd() ? 1 : 0);
    json.writePOJOProperty("attributes", attributes(area));
    json.writeEndObject();
  }

  /** An attribute that is called like one of ours gets an underscore before its name. */
  private static Map<String, Object> attributes(Area area) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("track_id", area.track().number());
    attributes.put("occluded", area.shape().visibility().equals("OCCLUDED"));
    attributes.put("source", area.shape().source());
    if (area.shape().confidence() != null) {
      attributes.put("confidence", area.shape().confidence());
    }
    Map<String, Object> own = new TreeMap<>(area.track().attributes());
    own.putAll(area.shape().attributes());
    own.forEach(
        (name, value) -> attributes.put(attributes.containsKey(name) ? "_" + name : name, value));
    return attributes;
  }

  private static int[] firstImages(SnapshotHead head) {
    int[] first = new int[head.clips().size()];
    int next = 1;
    for (int i = 0; i < first.length; i++) {
      first[i] = next;
      next += head.clips().get(i).frameCount();
    }
    return first;
  }

  private static String fileName(Clip clip, int frame) {
    return "%s/%06d.jpg".formatted(clip.folder(), frame);
  }
}
