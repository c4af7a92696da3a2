package io.keyreel.access;

import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who asks, and how they showed who they are: the principal of every authenticated request.
 *
 * @param id of the sign-in or of the token
 * @param maySetPassword they came in by a one-time link a short while ago
 */
public record SignedIn(User user, Via via, UUID id, boolean maySetPassword)
    implements AuthenticatedPrincipal {
  /** How a request shows who asks. */
  public enum Via {
    COOKIE,
    TOKEN
  }

  @Override
  public String getName() {
    return user.email();
  }
}
