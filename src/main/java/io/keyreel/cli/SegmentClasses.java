package io.keyreel.cli;

import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The class of each object of a clip: {@code "classes": {"1": {"name": "road", "kind": "stuff"}}}
 * in its meta.json. Where that says nothing, all objects are things of one class.
 *
 * @param names by object
 * @param stuff the classes that are stuff
 */
record SegmentClasses(Map<Integer, String> names, Set<String> stuff) {
  static final SegmentClasses ONE = new SegmentClasses(Map.of(), Set.of());

  private static final String OBJECT = "object";

  static SegmentClasses of(Path clip) {
    Path file = clip.resolve("meta.json");
    if (!Files.exists(file)) {
      return ONE;
    }
    Map<Integer, String> names = new TreeMap<>();
    Set<String> stuff = new TreeSet<>();
    try {
      JsonNode classes =
          JsonMapper.builder().build().readTree(Files.readString(file)).path("classes");
      classes
          .properties()
          .forEach(entry -> {
            String name = entry.getValue().path("name").asString(OBJECT);
            names.put(Integer.valueOf(entry.getKey()), name);
            if (entry.getValue().path("kind").asString("thing").equals("stuff")) {
              stuff.add(name);
            }
          });
    } catch (IOException | JacksonException | NumberFormatException e) {
      throw new UserError.Invalid(
          "The classes in %s cannot be read; write {\"1\":{\"name\":…,\"kind\":\"thing\"}}."
              .formatted(file),
          e);
    }
    return new SegmentClasses(names, stuff);
  }

  /** Null for the background, and for an object that nobody declared where others are. */
  @Nullable String of(int object) {
    return object == 0 ? null : names.isEmpty() ? OBJECT : names.get(object);
  }

  boolean isThing(int object) {
    String name = of(object);
    return name != null && !stuff.contains(name);
  }
}
