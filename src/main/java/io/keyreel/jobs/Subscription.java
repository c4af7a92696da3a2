package io.keyreel.jobs;

/** Listening to a topic, until closed. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
