package io.keyreel.ui.exports;

import java.util.Arrays;

/** The formats of exports, as people choose them. */
enum Format {
  COCO("coco", "COCO", "Detectron2, MMDetection, torchvision: masks per frame as run lengths"),
  YOUTUBE_VIS("youtube-vis", "YouTube-VIS", "Video instance segmentation: tracks over frames"),
  DAVIS("davis", "DAVIS", "Indexed PNG per frame: video object segmentation"),
  NATIVE("native", "Native", "Everything, loss-free: tracks, states, sources, confidences");

  private final String code;
  private final String label;
  private final String use;

  Format(String code, String label, String use) {
    this.code = code;
    this.label = label;
    this.use = use;
  }

  String code() {
    return code;
  }

  String label() {
    return label;
  }

  String use() {
    return use;
  }

  static String labelOf(String code) {
    return Arrays.stream(values())
        .filter(format -> format.code.equals(code))
        .map(Format::label)
        .findFirst()
        .orElse(code);
  }
}
