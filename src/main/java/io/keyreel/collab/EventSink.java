package io.keyreel.collab;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes live events to whoever listens. Fails when they are gone. */
@FunctionalInterface
public interface EventSink {
  /**
   * @param id where to go on after a gap; absent for what is not replayed
   * @param name the kind of event
   * @param data written as JSON
   */
  void send(@Nullable Long id, String name, Object data) throws IOException;
}
