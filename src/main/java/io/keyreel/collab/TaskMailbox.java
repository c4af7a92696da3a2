package io.keyreel.collab;

import io.keyreel.jobs.Broadcast;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has happened since the listener's thread last looked. A slow listener makes nobody wait and
 * fills no memory: it hears once that there are changes, and the latest of each progress.
 */
final class TaskMailbox {
  /**
   * What there is to look at.
   *
   * @param progress the latest word of each run
   * @param gone the labels are deleted
   */
  record News(
      boolean changes, boolean people, List<JsonNode> progress, boolean gone, boolean stop) {
    boolean nothing() {
      return !changes && !people && !gone && !stop && progress.isEmpty();
    }
  }

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Map<String, JsonNode> progress = new LinkedHashMap<>();
  private boolean changes = true;
  private boolean people = true;
  private boolean gone;
  private boolean stop;

  /** A message about the label set: a number, a progress, or a gap in the messages. */
  void ofSet(String message) {
    JsonNode news = JSON.readTree(message);
    post(() -> {
      switch (news.path("type").asString("")) {
        case "progress" -> progress.put(news.path("run").asString(""), news);
        case "gone" -> gone = true;
        default -> changes = true;
      }
    });
  }

  void ofPeople(String message) {
    post(() -> {
      people = true;
      changes |= message.equals(Broadcast.RESYNC);
    });
  }

  void stop() {
    post(() -> stop = true);
  }

  /** Waits for news, at most so long, and takes it out. */
  News take(Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = atMost.toNanos();
      while (peek().nothing() && left > 0) {
        left = arrived.awaitNanos(left);
      }
      News news = peek();
      changes = false;
      people = false;
      progress.clear();
      return news;
    } finally {
      lock.unlock();
    }
  }

  private News peek() {
    return new News(changes, people, List.copyOf(progress.values()), gone, stop);
  }

  private void post(Runnable change) {
    lock.lock();
    try {
      change.run();
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }
}
