package io.keyreel.ui.base;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import io.keyreel.jobs.Broadcast;
import io.keyreel.jobs.Subscription;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Keeps screens as they are in the database while they are open, without a reload. */
@Service
public class Live implements DisposableBean {
  private static final Duration GATHER = Duration.ofMillis(250);

  private final Broadcast broadcast;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("keyreel-live").factory());

  Live(Broadcast broadcast) {
    this.broadcast = broadcast;
  }

  /**
   * Calls {@code refresh} in the owner's UI after messages on the topic, bundled, as long as the
   * owner is attached or until the registration is removed.
   */
  public Registration watch(Component owner, String topic, Runnable refresh) {
    return watch(owner, topic, message -> true, refresh);
  }

  /** As above, for some of the topic's messages. */
  public Registration watch(
      Component owner, String topic, Predicate<String> wanted, Runnable refresh) {
    Watch watch = new Watch(owner, topic, wanted, refresh);
    if (owner.isAttached()) {
      watch.open();
    }
    Registration attach = owner.addAttachListener(event -> watch.open());
    Registration detach = owner.addDetachListener(event -> watch.close());
    return Registration.combine(attach, detach, watch::close);
  }

  @Override
  public void destroy() {
    timer.shutdownNow();
  }

  private final class Watch {
    private final Component owner;
    private final String topic;
    private final Predicate<String> wanted;
    private final Runnable refresh;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private @Nullable Subscription subscription;

    Watch(Component owner, String topic, Predicate<String> wanted, Runnable refresh) {
      this.owner = owner;
      this.topic = topic;
      this.wanted = wanted;
      this.refresh = refresh;
    }

    void open() {
      close();
      UI ui = owner.getUI().orElseThrow();
      subscription =
          broadcast.subscribe(
              topic,
              message -> {
                if (wanted.test(message)) {
                  gather(ui);
                }
              });
    }

    void close() {
      if (subscription != null) {
        subscription.close();
        subscription = null;
      }
    }

    private void gather(UI ui) {
      if (waiting.compareAndSet(false, true)) {
        timer.schedule(
            () -> Thread.startVirtualThread(() -> enter(ui)),
            GATHER.toMillis(),
            TimeUnit.MILLISECONDS);
      }
    }

    private void enter(UI ui) {
      waiting.set(false);
      try {
        ui.access(() -> {
          if (owner.isAttached()) {
            refresh.run();
          }
        });
      } catch (UIDetachedException e) {
        waiting.set(false);
      }
    }
  }
}
