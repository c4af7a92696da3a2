package io.keyreel.cli;

/** What makes a frame hard. */
enum Slice {
  OCCLUDED("less than 60 % of the object shows"),
  CUT("a cut lies in the gap"),
  SMALL("object under 1 % of the frame"),
  MIDDLING("object 1 to 10 % of the frame"),
  LARGE("object over 10 % of the frame"),
  FAST("moves over 2 % of the diagonal a frame"),
  BLURRED("edges at the object half as sharp as in the clip"),
  LOW_RESOLUTION("under 300 lines"),
  STANDARD("300 to 600 lines"),
  HIGH_RESOLUTION("over 600 lines");

  private final String meaning;

  Slice(String meaning) {
    this.meaning = meaning;
  }

  String meaning() {
    return meaning;
  }

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
