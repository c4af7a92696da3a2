package io.keyreel.synth;

/** What a landscape is made of. */
enum Stuff {
  SKY,
  HILLS,
  TREES,
  FIELD,
  ROAD;

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
