package io.keyreel.media.storage;

import io.keyreel.kernel.UserError;
import io.minio.errors.ErrorResponseException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Turns the client's many exceptions into two: it is not there, or the store is not there. */
final class StoreFailures {
  private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchUpload", "NotFound");

  private final StoreSettings settings;

  StoreFailures(StoreSettings settings) {
    this.settings = settings;
  }

  /** Waits for an answer. */
  <T> T await(CompletableFuture<T> answer, String key) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw translate(e.getCause() == null ? e : e.getCause(), key);
    }
  }

  UserError translate(Throwable failure, String key) {
    @Nullable ErrorResponseException answer = find(failure);
    if (answer == null) {
      return new UserError.Unavailable(
          "The object store (%s) does not answer (%s); start it or check KEYREEL_S3_ENDPOINT."
              .formatted(settings, reason(failure)),
          failure);
    }
    if (ABSENT.contains(answer.errorResponse().code())) {
      return new UserError.NotFound(
          "The object store holds nothing under %s; it was deleted or never stored."
              .formatted(key));
    }
    return new UserError.Unavailable(
        "The object store (%s) refuses %s (%s: %s); check its free space, its rights and its keys."
            .formatted(
                settings,
                key.isEmpty() ? "this" : key,
                answer.errorResponse().code(),
                answer.errorResponse().message()),
        failure);
  }

  private static @Nullable ErrorResponseException find(Throwable failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ErrorResponseException answer) {
        return answer;
      }
    }
    return null;
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
