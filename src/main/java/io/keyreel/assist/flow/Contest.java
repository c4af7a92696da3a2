package io.keyreel.assist.flow;

import java.util.List;

/** Gives each pixel to one track or to the background: to whichever is most likely there. */
final class Contest {
  private Contest() {}

  /** By how much a track beats all others and the background. */
  static SignedMap margins(Belief track, List<Belief> others) {
    List<Belief> near = others.stream().filter(o -> meet(o, track)).toList();
    int width = track.box().width();
    float[] margins = new float[track.values().length];
    for (int i = 0; i < margins.length; i++) {
      float own = track.values()[i];
      int x = track.box().x() + i % width;
      int y = track.box().y() + i / width;
      float strongest = 0;
      float sum = own;
      for (Belief other : near) {
        float value = other.at(x, y);
        strongest = Math.max(strongest, value);
        sum += value;
      }
      margins[i] = own - Math.max(strongest, 1 - sum);
    }
    return new SignedMap(track.box(), margins);
  }

  private static boolean meet(Belief a, Belief b) {
    return a != b
        && a.box().x() < b.box().right()
        && b.box().x() < a.box().right()
        && a.box().y() < b.box().bottom()
        && b.box().y() < a.box().bottom();
  }
}
