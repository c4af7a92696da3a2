package io.keyreel.collab;

import java.io.IOException;

/** Live events for one listener, subscribed to from the moment it is made. */
public interface Feed extends AutoCloseable {
  /**
   * Sends events until stopped, the listener leaves, or may no longer listen. Keeps the calling
   * thread.
   */
  void run(EventSink sink) throws IOException, InterruptedException;

  /** Lets {@link #run} come to its end soon; from any thread. */
  void stop();

  /** Ends the subscriptions. */
  @Override
  void close();
}
