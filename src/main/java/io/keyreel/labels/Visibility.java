package io.keyreel.labels;

/** Whether an object can be seen on a frame. The order is that of the wire and of chunks. */
public enum Visibility {
  VISIBLE,
  OCCLUDED,
  ABSENT
}
