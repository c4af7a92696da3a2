package io.keyreel.api;

import io.keyreel.kernel.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The body of every answer that refuses.
 *
 * @param error one word for programs
 * @param message one sentence for people
 * @param current the state to show beside a conflict
 */
public record ApiError(String error, String message, @Nullable Object current) {
  static ApiError of(String error, String message) {
    return new ApiError(error, message, null);
  }

  static ApiError of(UserError refusal) {
    String message = String.valueOf(refusal.getMessage());
    return switch (refusal) {
      case UserError.Invalid e -> of("invalid", message);
      case UserError.NotFound e -> of("not-found", message);
      case UserError.Forbidden e -> of("forbidden", message);
      case UserError.Conflict e -> new ApiError("conflict", message, e.current());
      case UserError.Unavailable e -> of("unavailable", message);
    };
  }

  static HttpStatus status(UserError refusal) {
    return switch (refusal) {
      case UserError.Invalid e -> HttpStatus.UNPROCESSABLE_CONTENT;
      case UserError.NotFound e -> HttpStatus.NOT_FOUND;
      case UserError.Forbidden e -> HttpStatus.FORBIDDEN;
      case UserError.Conflict e -> HttpStatus.CONFLICT;
      case UserError.Unavailable e -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
