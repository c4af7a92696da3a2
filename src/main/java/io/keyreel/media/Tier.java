package io.keyreel.media;

/** The sizes in which frames are kept. */
public enum Tier {
  /** As large as the recording; what engines, people at work and exports look at. */
  FULL("full", 90),
  /** At most 480 lines, for playback and filmstrips. */
  PREVIEW("preview", 80);

  private final String word;
  private final int quality;

  Tier(String word, int quality) {
    this.word = word;
    this.quality = quality;
  }

  /** As in keys and addresses. */
  public String word() {
    return word;
  }

  int quality() {
    return quality;
  }
}
