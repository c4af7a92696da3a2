package io.keyreel.labels;

import io.keyreel.kernel.UserError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes sense as a project's classes. */
final class OntologyRules {
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern KEY = Pattern.compile("[0-9]");
  private static final int LONGEST_NAME = 100;
  private static final int MOST_JOINTS = 200;

  private OntologyRules() {}

  static void check(Ontology ontology) {
    Set<String> ids = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (OntologyClass c : ontology.classes()) {
      checkName("class", c.id(), c.name(), ids);
      require(
          c.kind().equals("thing") || c.kind().equals("stuff"),
          "Class \"%s\" is of kind \"%s\"; it is a thing or stuff.".formatted(c.name(), c.kind()));
      checkColor(c.name(), c.color());
      String key = c.key();
      if (key != null) {
        require(
            KEY.matcher(key).matches() && keys.add(key),
            "Class \"%s\" has the key \"%s\"; give each class a digit of its own, or none."
                .formatted(c.name(), key));
      }
      checkAttributes(c.name(), c.attributes());
      checkSkeleton(c);
    }
    Set<String> eventIds = new HashSet<>();
    for (EventClass e : ontology.events()) {
      checkName("event class", e.id(), e.name(), eventIds);
      checkColor(e.name(), e.color());
      checkAttributes(e.name(), e.attributes());
    }
    Set<String> clipIds = new HashSet<>();
    ontology.clips().forEach(c -> checkName("clip class", c.id(), c.name(), clipIds));
  }

  private static void checkSkeleton(OntologyClass c) {
    Skeleton skeleton = c.skeleton();
    if (skeleton == null) {
      return;
    }
    int joints = skeleton.joints().size();
    require(
        joints > 0 && joints <= MOST_JOINTS,
        "The skeleton of \"%s\" has %d joints; give it 1 to %d."
            .formatted(c.name(), joints, MOST_JOINTS));
    for (List<Integer> bone : skeleton.bones()) {
      require(
          bone.size() == 2 && bone.stream().allMatch(joint -> joint >= 0 && joint < joints),
          "A bone of \"%s\" joins %s; it joins two of its %d joints, counted from 0."
              .formatted(c.name(), bone, joints));
    }
  }

  private static void checkAttributes(String owner, List<Attribute> attributes) {
    Set<String> ids = new HashSet<>();
    for (Attribute a : attributes) {
      checkName("attribute of \"" + owner + "\"", a.id(), a.name(), ids);
      require(
          Set.of("track", "frame").contains(a.scope()),
          "Attribute \"%s\" of \"%s\" has the scope \"%s\"; it is told per track or per frame."
              .formatted(a.name(), owner, a.scope()));
      require(
          Set.of("text", "select", "checkbox", "number").contains(a.type()),
          "Attribute \"%s\" of \"%s\" is of type \"%s\"; choose text, select, checkbox or number."
              .formatted(a.name(), owner, a.type()));
      require(
          !a.type().equals("select") || !a.values().isEmpty(),
          "Attribute \"%s\" of \"%s\" offers no values; list at least one."
              .formatted(a.name(), owner));
    }
  }

  private static void checkName(String what, String id, String name, Set<String> ids) {
    require(!id.isBlank(), "A %s has no id; give it one.".formatted(what));
    require(
        !name.isBlank() && name.length() <= LONGEST_NAME,
        "The %s \"%s\" needs a name of 1 to %d characters.".formatted(what, id, LONGEST_NAME));
    require(
        ids.add(id),
        "Two entries share the id \"%s\" (%s); give each an id of its own.".formatted(id, what));
  }

  private static void checkColor(String name, String color) {
    require(
        COLOR.matcher(color).matches(),
        "\"%s\" has the colour \"%s\"; write it as #rrggbb.".formatted(name, color));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new UserError.Invalid(message);
    }
  }
}
