package io.keyreel.ui.projects;

import io.keyreel.labels.Template;
import io.keyreel.ui.base.Icons;
import java.util.Optional;

/** The picture that stands for a kind of footage. */
final class Tiles {
  private Tiles() {}

  static Icons icon(Optional<Template> template) {
    return switch (template.map(Template::id).orElse("")) {
      case "segmentation" -> Icons.SHAPES;
      case "panoptic" -> Icons.LIBRARY;
      case "events" -> Icons.PLAY;
      case "medical", "inspection" -> Icons.INSPECT;
      case "driving" -> Icons.ROAD;
      case "sports" -> Icons.SPORT;
      case "wildlife" -> Icons.LEAF;
      default -> Icons.SPARK;
    };
  }
}
