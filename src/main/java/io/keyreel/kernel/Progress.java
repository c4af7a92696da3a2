package io.keyreel.kernel;

/** Takes word of how far long work has come. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (fraction, message) -> {};

  /**
   * @param fraction 0 to 1
   * @param message what is being done now, for people
   */
  void report(double fraction, String message);
}
