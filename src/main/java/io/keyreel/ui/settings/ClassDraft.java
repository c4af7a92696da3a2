package io.keyreel.ui.settings;

import io.keyreel.labels.Attribute;
import io.keyreel.labels.ClipClass;
import io.keyreel.labels.EventClass;
import io.keyreel.labels.OntologyClass;
import io.keyreel.labels.Skeleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A class under edit; nothing counts before the classes are saved. */
final class ClassDraft {
  private static final List<String> COLORS =
      List.of(
          "#3a8dff", "#e0607e", "#e3b341", "#2fa8a0", "#7a5cff", "#5f9e4a", "#e3803a", "#c05ad1",
          "#7d8795", "#4fb3e8");

  final @Nullable String id;
  String name;
  String kind;
  String color;
  @Nullable String key;
  List<Attribute> attributes;
  @Nullable Skeleton skeleton;

  private ClassDraft(OntologyClass from, @Nullable String id) {
    this.id = id;
    name = from.name();
    kind = from.kind();
    color = from.color();
    key = from.key();
    attributes = Objects.requireNonNullElse(from.attributes(), List.of());
    skeleton = from.skeleton();
  }

  static ClassDraft of(EventClass saved) {
    return of(
        new OntologyClass(
            saved.id(), saved.name(), "thing", saved.color(), null, saved.attributes()));
  }

  static ClassDraft of(ClipClass saved) {
    return of(
        new OntologyClass(saved.id(), saved.name(), "thing", COLORS.getFirst(), null, List.of()));
  }

  static ClassDraft of(OntologyClass saved) {
    return new ClassDraft(saved, saved.id());
  }

  /** A new class with the next colour and digit that no other has. */
  static ClassDraft after(List<ClassDraft> others) {
    String color =
        COLORS.stream()
            .filter(each -> others.stream().noneMatch(other -> other.color.equals(each)))
            .findFirst()
            .orElse(COLORS.getFirst());
    String key =
        List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0").stream()
            .filter(each -> others.stream().noneMatch(other -> each.equals(other.key)))
            .findFirst()
            .orElse(null);
    return new ClassDraft(new OntologyClass("new", "", "thing", color, key, List.of()), null);
  }

  OntologyClass toClass(Set<String> taken) {
    String own = id == null ? slug(name, taken) : id;
    taken.add(own);
    return new OntologyClass(
        own, name.strip(), kind, color, key, new ArrayList<>(attributes), skeleton);
  }

  static String slug(String name, Set<String> taken) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    String base = plain.isBlank() ? "class" : plain;
    String slug = base;
    for (int i = 2; taken.contains(slug); i++) {
      slug = base + "-" + i;
    }
    return slug;
  }
}
