package io.keyreel.labels;

import java.util.UUID;

/** How the change log names what a change is about. */
final class Subjects {
  private Subjects() {}

  static String track(UUID track) {
    return "track:" + track;
  }

  static String keyframe(UUID track, Slot slot, int frame) {
    return "keyframe:%s/%s/%d".formatted(track, slot, frame);
  }

  static String state(UUID track, int frame) {
    return "state:%s/%d".formatted(track, frame);
  }

  static String acceptance(UUID id) {
    return "acceptance:" + id;
  }

  static String event(UUID id) {
    return "event:" + id;
  }

  static String tag(UUID id) {
    return "tag:" + id;
  }
}
