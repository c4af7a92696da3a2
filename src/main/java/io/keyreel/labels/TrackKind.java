package io.keyreel.labels;

public enum TrackKind {
  OBJECT,
  STUFF,
  CROWD,
  IGNORE
}
