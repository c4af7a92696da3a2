package io.keyreel.media;

import java.util.UUID;

/** Where a video's bytes lie in the store. */
final class Keys {
  private Keys() {}

  static String original(UUID video) {
    return "originals/" + video;
  }

  static String packs(UUID video) {
    return "packs/" + video + "/";
  }

  static String pack(UUID video, Tier tier, int pack) {
    return packs(video) + tier.word() + "/" + pack;
  }

  static String storyboard(UUID video) {
    return "storyboards/" + video + ".jpg";
  }

  /** What an upload has that is too short for a part. */
  static String tail(UUID upload, long from, long to) {
    return tails(upload) + from + "-" + to;
  }

  static String tails(UUID upload) {
    return "uploads/" + upload + "/";
  }
}
