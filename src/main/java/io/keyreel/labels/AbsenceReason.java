package io.keyreel.labels;

/** Why an object is absent: it left the picture, or something hides all of it. */
public enum AbsenceReason {
  LEFT,
  HIDDEN
}
