package io.keyreel.media;

/** The sizes in which frames are kept. */
public enum Tier {
  /** As large as the recording; what engines, people at work and exports look at. */
  FULL("full", 92, true),
  /** At most 480 lines, for playback and filmstrips. */
  PREVIEW("preview", 80, false);

  private final String word;
  private final int quality;
  private final boolean fullColour;

  Tier(String word, int quality, boolean fullColour) {
    this.word = word;
    this.quality = quality;
    this.fullColour = fullColour;
  }

  /** As in keys and addresses. */
  public String word() {
    return word;
  }

  int quality() {
    return quality;
  }

  boolean fullColour() {
    return fullColour;
  }
}
