package io.keyreel.bench;

import java.util.List;

/** Measurements of one thing, in milliseconds. */
record Samples(List<Double> millis) {
  Samples {
    millis = millis.stream().sorted().toList();
    if (millis.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
  }

  double p50() {
    return at(0.5);
  }

  double p95() {
    return at(0.95);
  }

  private double at(double share) {
    return millis.get((int) Math.min(millis.size() - 1L, Math.round(share * (millis.size() - 1))));
  }
}
