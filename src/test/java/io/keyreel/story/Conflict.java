package io.keyreel.story;

import java.util.List;

/**
 * What two people do to the same two tracks, of which the first has masks on frames 2 and 10, the
 * second on 4 and 12.
 *
 * @param away what the one does who is offline
 * @param here what the other does meanwhile
 * @param asks the one who was offline is asked what shall stand
 */
record Conflict(String name, String away, String here, boolean asks) {
  static final List<Conflict> ALL =
      List.of(
          asks("both move a mask", "put(t[0], 2, 20)", "put(t[0], 2, 30)"),
          asks("both move it again", "put(t[0], 2, 21)", "put(t[0], 2, 31)"),
          asks(
              "move, and delete on this frame",
              "put(t[0], 2, 20)",
              "go(2, t[0]); c.remove('frame')"),
          asks(
              "delete on this frame, and move",
              "go(2, t[0]); c.remove('frame')",
              "put(t[0], 2, 30)"),
          asks("move, and delete the track", "put(t[0], 2, 20)", "go(0, t[0]); c.remove('track')"),
          asks(
              "move elsewhere, and delete the track",
              "put(t[0], 6, 20)",
              "go(0, t[0]); c.remove('track')"),
          stands(
              "delete the track, and move", "go(0, t[0]); c.remove('track')", "put(t[0], 2, 30)"),
          stands(
              "both delete the track",
              "go(0, t[0]); c.remove('track')",
              "go(0, t[0]); c.remove('track')"),
          asks("both rename", "c.rename(t[0], 'Anna')", "c.rename(t[0], 'Berta')"),
          stands("both give the same name", "c.rename(t[0], 'Anna')", "c.rename(t[0], 'Anna')"),
          stands("rename, and move", "c.rename(t[0], 'Anna')", "put(t[0], 2, 30)"),
          asks(
              "rename, and delete the track",
              "c.rename(t[0], 'Anna')",
              "go(0, t[0]); c.remove('track')"),
          asks(
              "delete the track, and rename",
              "go(0, t[0]); c.remove('track')",
              "c.rename(t[0], 'Berta')"),
          asks(
              "another class, and another colour",
              "go(0, t[0]); c.setClass('dog')",
              "c.tracks.update([t[0]], {color: '#123456'}, 'colour')"),
          asks(
              "split, and move what is split off",
              "go(6, t[0]); c.tracks.split()",
              "put(t[0], 10, 30)"),
          asks(
              "move, and split off what is moved",
              "put(t[0], 10, 20)",
              "go(6, t[0]); c.tracks.split()"),
          stands("both split", "go(6, t[0]); c.tracks.split()", "go(5, t[0]); c.tracks.split()"),
          stands(
              "split, and merge",
              "go(6, t[0]); c.tracks.split()",
              "pick(t[0], t[1]); c.tracks.merge()"),
          stands(
              "merge, and split",
              "pick(t[0], t[1]); c.tracks.merge()",
              "go(8, t[1]); c.tracks.split()"),
          asks(
              "merge, and delete what it goes into",
              "pick(t[0], t[1]); c.tracks.merge()",
              "go(0, t[0]); c.remove('track')"),
          stands(
              "merge, and move what is merged",
              "pick(t[0], t[1]); c.tracks.merge()",
              "put(t[1], 4, 30)"),
          asks(
              "occluded, and absent",
              "go(6, t[0]); c.toggleVisibility('OCCLUDED')",
              "go(6, t[0]); c.toggleVisibility('ABSENT')"),
          stands(
              "other frames of the same track",
              "put(t[0], 15, 20); put(t[0], 16, 21)",
              "put(t[0], 20, 30); put(t[0], 21, 31)"),
          asks(
              "many strokes, and one",
              "stroke(t[0], 2, 20); stroke(t[0], 2, 22); stroke(t[0], 2, 24); c.commitDraft()",
              "put(t[0], 2, 30)"),
          stands("each a new track", "fresh(7, 20)", "fresh(7, 30)"),
          asks(
              "the same event moved, and deleted",
              "c.events.change(event(), {from: 5, to: 9})",
              "c.events.remove(event())"));

  private static Conflict asks(String name, String away, String here) {
    return new Conflict(name, away, here, true);
  }

  private static Conflict stands(String name, String away, String here) {
    return new Conflict(name, away, here, false);
  }
}
