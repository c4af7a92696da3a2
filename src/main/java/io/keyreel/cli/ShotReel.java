package io.keyreel.cli;

import io.keyreel.vision.Image;
import io.keyreel.vision.Transition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Clips cut together by chance, with every transition known: cuts, dissolves and fades of many
 * lengths, and flashes, which are none.
 *
 * @param frames grey, of one size
 */
record ShotReel(List<Image> frames, List<Edit> edits) {
  /**
   * A transition.
   *
   * @param from its first frame; of a cut, the first of what follows
   * @param to its last frame
   */
  record Edit(Transition kind, int from, int to) {
    boolean gradual() {
      return kind != Transition.CUT;
    }
  }

  /** One clip as it is. */
  static ShotReel unedited(List<Image> clip) {
    return new ShotReel(clip, List.of());
  }

  static ShotReel edited(List<List<Image>> clips, Random random) {
    List<List<Image>> order = new ArrayList<>(clips);
    Collections.shuffle(order, random);
    Editor editor = new Editor(random);
    order.forEach(editor::append);
    return new ShotReel(List.copyOf(editor.frames), List.copyOf(editor.edits));
  }

  private static final class Editor {
    private static final int LEAST = 14;
    private static final int BLACK = 16;
    private static final int WHITE = 235;

    private final Random random;
    private final List<Image> frames = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();

    /** What the last clip goes on with, for the transition out of it. */
    private List<Image> tail = List.of();

    Editor(Random random) {
      this.random = random;
    }

    void append(List<Image> clip) {
      int in = frames.isEmpty() ? 0 : between(5, 30);
      int out = between(5, 30);
      in = Math.min(in, Math.max(0, (clip.size() - LEAST) / 2));
      out = Math.min(out, Math.max(0, (clip.size() - LEAST) / 2));
      if (!frames.isEmpty()) {
        join(clip.subList(0, in));
      }
      List<Image> body = new ArrayList<>(clip.subList(in, clip.size() - out));
      if (random.nextInt(3) == 0 && body.size() > 16) {
        flash(body);
      }
      frames.addAll(body);
      tail = clip.subList(clip.size() - out, clip.size());
    }

    private void join(List<Image> head) {
      int length = Math.min(tail.size(), head.size());
      switch (length < 4 ? 0 : random.nextInt(4)) {
        case 0, 1 -> {
          frames.addAll(tail);
          edits.add(new Edit(Transition.CUT, frames.size(), frames.size()));
          frames.addAll(head);
        }
        case 2 -> dissolve(head, length);
        default -> fade(head);
      }
    }

    private void dissolve(List<Image> head, int length) {
      int from = frames.size();
      for (int i = 0; i < length; i++) {
        frames.add(mix(tail.get(i), head.get(head.size() - length + i), (i + 1.0) / (length + 1)));
      }
      edits.add(new Edit(Transition.DISSOLVE, from, frames.size() - 1));
    }

    private void fade(List<Image> head) {
      Image even = even(head.getFirst(), random.nextInt(5) == 0 ? WHITE : BLACK);
      int from = frames.size();
      for (int i = 0; i < tail.size(); i++) {
        frames.add(mix(tail.get(i), even, (i + 1.0) / (tail.size() + 1)));
      }
      for (int i = between(1, 8); i > 0; i--) {
        frames.add(even);
      }
      for (int i = 0; i < head.size(); i++) {
        frames.add(mix(even, head.get(i), (i + 1.0) / (head.size() + 1)));
      }
      edits.add(new Edit(Transition.FADE, from, frames.size() - 1));
    }

    private void flash(List<Image> body) {
      int at = between(6, body.size() - 8);
      double strength = 0.4 + 0.55 * random.nextDouble();
      for (int i = at; i < at + 1 + random.nextInt(2); i++) {
        body.set(i, mix(body.get(i), even(body.get(i), WHITE), strength));
      }
    }

    private int between(int least, int most) {
      return least + random.nextInt(most - least + 1);
    }

    private static Image even(Image like, int shade) {
      byte[] data = new byte[like.data().length];
      java.util.Arrays.fill(data, (byte) shade);
      return new Image(like.width(), like.height(), 1, data);
    }

    private static Image mix(Image a, Image b, double ofB) {
      byte[] data = new byte[a.data().length];
      for (int i = 0; i < data.length; i++) {
        data[i] = (byte) Math.round((a.data()[i] & 0xff) * (1 - ofB) + (b.data()[i] & 0xff) * ofB);
      }
      return new Image(a.width(), a.height(), 1, data);
    }
  }
}
