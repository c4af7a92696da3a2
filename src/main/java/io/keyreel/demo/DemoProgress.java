package io.keyreel.demo;

import io.keyreel.jobs.Broadcast;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the demo is loaded on this server; nothing where none is loading. */
@Component
public class DemoProgress {
  /** Where changes are told. */
  public static final String TOPIC = "demo";

  /**
   * @param ready recordings whose labels are there
   * @param now the one being prepared
   */
  public record Step(int ready, int all, String now) {}

  private final Broadcast broadcast;
  private volatile @Nullable Step step;

  DemoProgress(Broadcast broadcast) {
    this.broadcast = broadcast;
  }

  public Optional<Step> step() {
    return Optional.ofNullable(step);
  }

  void at(@Nullable Step next) {
    step = next;
    broadcast.publish(TOPIC, "{}");
  }
}
