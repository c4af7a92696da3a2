package io.keyreel.assist.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MaxFlowTest {
  private static final int NODES = 9;

  private final float[] ties = new float[NODES];
  private final float[][] joins = new float[NODES][NODES];

  @Test
  void cutsAsCheaplyAsTheBestOfAllCuts() {
    Random random = new Random(5);
    for (int round = 0; round < 400; round++) {
      MaxFlow flow = graph(random);
      boolean[] cut = flow.cut();
      int bits = 0;
      for (int i = 0; i < NODES; i++) {
        bits |= cut[i] ? 1 << i : 0;
      }
      assertThat(cost(bits)).as("round %d", round).isCloseTo(cheapest(), within(1e-3));
    }
  }

  private MaxFlow graph(Random random) {
    MaxFlow flow = new MaxFlow(NODES, NODES * NODES);
    for (int i = 0; i < NODES; i++) {
      ties[i] = random.nextInt(4) == 0 ? 0 : 5 * (random.nextFloat() - 0.5f);
      flow.tie(i, ties[i]);
      for (int j = i + 1; j < NODES; j++) {
        joins[i][j] = random.nextInt(2) == 0 ? 0 : random.nextFloat();
        if (joins[i][j] > 0) {
          flow.join(i, j, joins[i][j]);
        }
      }
    }
    return flow;
  }

  private double cheapest() {
    double least = Double.MAX_VALUE;
    for (int bits = 0; bits < 1 << NODES; bits++) {
      least = Math.min(least, cost(bits));
    }
    return least;
  }

  private double cost(int bits) {
    double cost = 0;
    for (int i = 0; i < NODES; i++) {
      boolean in = (bits >> i & 1) == 1;
      cost += in ? Math.max(0, -ties[i]) : Math.max(0, ties[i]);
      for (int j = i + 1; j < NODES; j++) {
        cost += in != ((bits >> j & 1) == 1) ? joins[i][j] : 0;
      }
    }
    return cost;
  }
}
