package io.keyreel.api;

import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** Turns whatever stops a request into a status and one clear sentence. */
@RestControllerAdvice
class ApiErrors {
  static final ApiError DATABASE_AWAY =
      ApiError.of(
          "unavailable", "The database does not answer at this moment; nothing was saved, retry.");

  private static final ApiError DISK_FULL =
      ApiError.of(
          "unavailable",
          "The database's disk is full; nothing was saved. Tell your admin to free some space, then"
              + " retry.");
  private static final String DISK_FULL_STATE = "53100";

  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler
  ResponseEntity<ApiError> refused(UserError refusal) {
    return answer(ApiError.status(refusal), ApiError.of(refusal));
  }

  @ExceptionHandler
  ResponseEntity<ApiError> tooMany(EventStreams.TooMany e) {
    return answer(
        HttpStatus.TOO_MANY_REQUESTS,
        ApiError.of("too-many", Objects.requireNonNullElse(e.getMessage(), "")));
  }

  @ExceptionHandler
  ResponseEntity<ApiError> unreadable(HttpMessageNotReadableException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserError refusal) {
        return refused(refusal);
      }
      if (cause instanceof JacksonException json) {
        return invalid(explain(json));
      }
    }
    return invalid("The request needs a body in JSON and has none; send one.");
  }

  @ExceptionHandler
  ResponseEntity<ApiError> mistyped(MethodArgumentTypeMismatchException e) {
    if (e.getRequiredType() == UUID.class) {
      return answer(
          HttpStatus.NOT_FOUND,
          ApiError.of("not-found", "There is nothing with this id; it is not even an id."));
    }
    return mistyped((TypeMismatchException) e);
  }

  @ExceptionHandler
  ResponseEntity<ApiError> mistyped(TypeMismatchException e) {
    return invalid(
        "The value of \"%s\" cannot be read; look up what it takes."
            .formatted(e.getPropertyName()));
  }

  @ExceptionHandler({
    TransientDataAccessException.class,
    RecoverableDataAccessException.class,
    NonTransientDataAccessResourceException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<ApiError> databaseAway(RuntimeException e) {
    LOG.warn("The database did not answer: {}", e.getMessage());
    return answer(HttpStatus.SERVICE_UNAVAILABLE, diskFull(e) ? DISK_FULL : DATABASE_AWAY);
  }

  private static boolean diskFull(@Nullable Throwable e) {
    return switch (e) {
      case null -> false;
      case SQLException sql when DISK_FULL_STATE.equals(sql.getSQLState()) -> true;
      default -> diskFull(e.getCause());
    };
  }

  @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
  void tooLate(Exception e) {
    LOG.debug("A listener left", e);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ApiError> other(Exception e) {
    if (e instanceof ErrorResponse known) {
      return answer(known.getStatusCode(), explain(known));
    }
    if (listenerLeft(e)) {
      LOG.debug("A client left in the middle of an answer", e);
      return null;
    }
    UUID reference = Ids.next();
    LOG.error("Request failed, reference {}", reference, e);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        ApiError.of(
            "internal",
            "Something went wrong on the server; tell your admin the reference %s."
                .formatted(reference)));
  }

  private static boolean listenerLeft(@Nullable Throwable e) {
    return e != null && (e instanceof AsyncRequestNotUsableException || listenerLeft(e.getCause()));
  }

  private static ApiError explain(ErrorResponse known) {
    HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
    return switch (status) {
      case NOT_FOUND -> ApiError.of("not-found", "There is nothing at this address.");
      case METHOD_NOT_ALLOWED ->
          ApiError.of("invalid", "This address does not take this method; look it up in the API.");
      case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE ->
          ApiError.of("invalid", "This address does not speak this content type; use JSON.");
      case null, default -> ApiError.of("invalid", detail(known));
    };
  }

  private static String detail(ErrorResponse known) {
    String detail = known.getBody().getDetail();
    return detail == null ? "The request cannot be understood; look it up in the API." : detail;
  }

  private static String explain(JacksonException e) {
    if (e instanceof StreamReadException) {
      return "The request body is not JSON (line %d, column %d)."
          .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
    String where = e.getPath().isEmpty() ? "it" : path(e);
    return "The request body does not fit: look at %s.".formatted(where);
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      } else {
        path.append(String.format(Locale.ROOT, "[%d]", step.getIndex()));
      }
    }
    return "\"" + path + "\"";
  }

  private static ResponseEntity<ApiError> invalid(String message) {
    return answer(HttpStatus.UNPROCESSABLE_CONTENT, ApiError.of("invalid", message));
  }

  private static ResponseEntity<ApiError> answer(HttpStatusCode status, ApiError error) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(error);
  }
}
