package io.keyreel.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a project's labels, made or in the making.
 *
 * @param scope approved or all
 * @param state QUEUED, RUNNING, DONE, FAILED or CANCELLED
 * @param progress 0 to 1
 * @param snapshot number of the snapshot it is made of, once that is taken
 * @param losses what the format could not carry, in sentences
 * @param error why it failed, in a sentence
 */
public record Export(
    UUID id,
    UUID project,
    String format,
    String scope,
    boolean images,
    String state,
    double progress,
    @Nullable Integer snapshot,
    @Nullable Long sizeBytes,
    @Nullable String sha256,
    List<String> losses,
    @Nullable String error,
    @Nullable UUID job,
    UUID author,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  public boolean done() {
    return state.equals("DONE");
  }

  boolean underWay() {
    return state.equals("QUEUED") || state.equals("RUNNING");
  }

  Export standing(String nowState, double nowProgress, @Nullable String nowError) {
    return new Export(
        id,
        project,
        format,
        scope,
        images,
        nowState,
        nowProgress,
        snapshot,
        sizeBytes,
        sha256,
        losses,
        nowError,
        job,
        author,
        createdAt,
        finishedAt);
  }
}
