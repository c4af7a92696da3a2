package io.keyreel.assist;

/** Whether an object shows in a frame. */
public enum Visibility {
  VISIBLE,
  /** Behind something else. */
  OCCLUDED,
  /** Not in the picture. */
  ABSENT
}
