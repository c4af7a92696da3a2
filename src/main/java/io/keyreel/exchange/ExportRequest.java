package io.keyreel.exchange;

import io.keyreel.exchange.SnapshotHead.Scope;
import io.keyreel.kernel.UserError;
import org.jspecify.annotations.Nullable;

/**
 * An export asked for.
 *
 * @param format coco, youtube-vis, davis or native
 * @param images whether the pictures go in too; not when absent
 * @param scope approved (when absent) or all
 */
public record ExportRequest(
    @Nullable String format, @Nullable Boolean images, @Nullable String scope) {

  ExportFormat wantedFormat() {
    return ExportFormat.of(format == null ? "" : format);
  }

  boolean wantsImages() {
    return images != null && images;
  }

  Scope wantedScope() {
    return switch (scope) {
      case "all" -> Scope.ALL;
      case null -> Scope.APPROVED;
      case "approved" -> Scope.APPROVED;
      default ->
          throw new UserError.Invalid(
              "There is no scope \"%s\"; export approved or all labels.".formatted(scope));
    };
  }
}
