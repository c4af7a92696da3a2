package io.keyreel;

import io.keyreel.kernel.UserError;
import java.net.ConnectException;
import org.springframework.boot.web.server.PortInUseException;

/** Puts what stopped the start into one sentence, where the cause is one that people can mend. */
final class StartFailure {
  private StartFailure() {}

  static RuntimeException explain(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserError error) {
        return error;
      }
      if (cause instanceof PortInUseException busy) {
        return new UserError.Unavailable(
            "Port %d is in use by another program; stop it or give another port with --port."
                .formatted(busy.getPort()),
            failure);
      }
      if (cause instanceof ConnectException) {
        return new UserError.Unavailable(
            "Postgres or the object store named by the KEYREEL_ variables does not answer (%s); check the addresses."
                .formatted(cause.getMessage()),
            failure);
      }
    }
    return failure;
  }
}
