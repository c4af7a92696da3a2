package io.keyreel;

/** How often a drill is repeated: a seeded sample in each test run, the full count in a proof. */
public final class Drill {
  private Drill() {}

  public static int count(int sample, int full) {
    return "full".equals(System.getProperty("keyreel.drill")) ? full : sample;
  }
}
