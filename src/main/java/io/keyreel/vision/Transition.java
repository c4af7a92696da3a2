package io.keyreel.vision;

/** How a shot begins. */
public enum Transition {
  /** The video begins. */
  START,
  CUT,
  FADE,
  DISSOLVE
}
