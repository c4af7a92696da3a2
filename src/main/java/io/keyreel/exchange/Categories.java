package io.keyreel.exchange;

import io.keyreel.exchange.SnapshotHead.Category;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Category numbers of the COCO family: 1 for the ontology's first class, and so on. */
final class Categories {
  private static final String NONE = "";

  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private final List<Category> classes;

  Categories(SnapshotHead head, Losses losses) {
    this.classes = head.categories();
    classes.forEach(category -> ids.put(category.id(), ids.size() + 1));
    boolean unclassified =
        head.clips().stream()
            .flatMap(clip -> clip.tracks().stream())
            .anyMatch(track -> track.classId() == null || !ids.containsKey(track.classId()));
    if (unclassified) {
      ids.put(NONE, ids.size() + 1);
      losses.add("Tracks without a class are in the category \"unclassified\".");
    }
  }

  int of(@Nullable String classId) {
    Integer id = classId == null ? null : ids.get(classId);
    return id != null ? id : ids.getOrDefault(NONE, 0);
  }

  void write(JsonGenerator json) {
    json.writeArrayPropertyStart("categories");
    for (Category category : classes) {
      write(json, of(category.id()), category.name(), category.kind());
    }
    if (ids.containsKey(NONE)) {
      write(json, of(null), "unclassified", "thing");
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, int id, String name, String kind) {
    json.writeStartObject();
    json.writeNumberProperty("id", id);
    json.writeStringProperty("name", name);
    json.writeStringProperty("supercategory", kind);
    json.writeEndObject();
  }
}
