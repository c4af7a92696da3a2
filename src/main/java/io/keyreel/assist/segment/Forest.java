package io.keyreel.assist.segment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A sum of small decision trees, each a full one of {@link #DEPTH} questions: node {@code k} leads
 * to {@code 2 k + 1} when the trait lies below, else to {@code 2 k + 2}.
 */
@SuppressWarnings("ArrayRecordComponent")
record Forest(float start, List<Tree> trees) {
  static final int DEPTH = 4;
  static final int ASKING = (1 << DEPTH) - 1;

  record Tree(int[] trait, float[] below, float[] leaf) {
    float value(float[] traits) {
      int k = 0;
      while (k < ASKING) {
        k = 2 * k + (traits[trait[k]] < below[k] ? 1 : 2);
      }
      return leaf[k - ASKING];
    }
  }

  float value(float[] traits) {
    float sum = start;
    for (Tree tree : trees) {
      sum += tree.value(traits);
    }
    return sum;
  }

  static Forest read(String resource) {
    try (InputStream in = Forest.class.getResourceAsStream(resource)) {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  Objects.requireNonNull(in, resource), StandardCharsets.US_ASCII));
      float start = Float.parseFloat(reader.readLine());
      List<Tree> trees = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        trees.add(tree(line));
      }
      return new Forest(start, List.copyOf(trees));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tree tree(String line) {
    String[] words = line.split(" ", -1);
    int[] trait = new int[ASKING];
    float[] below = new float[ASKING];
    float[] leaf = new float[ASKING + 1];
    for (int i = 0; i < ASKING; i++) {
      trait[i] = Integer.parseInt(words[2 * i]);
      below[i] = Float.parseFloat(words[2 * i + 1]);
    }
    for (int i = 0; i <= ASKING; i++) {
      leaf[i] = Float.parseFloat(words[2 * ASKING + i]);
    }
    return new Tree(trait, below, leaf);
  }

  String text() {
    StringBuilder text = new StringBuilder().append(start).append('\n');
    for (Tree tree : trees) {
      for (int i = 0; i < ASKING; i++) {
        text.append(tree.trait[i]).append(' ').append(tree.below[i]).append(' ');
      }
      for (int i = 0; i <= ASKING; i++) {
        text.append(tree.leaf[i]).append(i < ASKING ? " " : "\n");
      }
    }
    return text.toString();
  }
}
