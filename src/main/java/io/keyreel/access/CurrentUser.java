package io.keyreel.access;

import io.keyreel.kernel.UserError;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** The person behind the request at hand, be it of a browser or of a program with a token. */
@Component
public class CurrentUser {
  private final SecurityContextHolderStrategy contexts;

  CurrentUser(SecurityContextHolderStrategy contexts) {
    this.contexts = contexts;
  }

  public User require() {
    return signedIn().user();
  }

  public Optional<User> find() {
    return findSignedIn().map(SignedIn::user);
  }

  /** The person, and how they came in. */
  public SignedIn signedIn() {
    return findSignedIn()
        .orElseThrow(() -> new UserError.Forbidden("You are not signed in; sign in first."));
  }

  private Optional<SignedIn> findSignedIn() {
    Authentication authentication = contexts.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.of(signedIn)
        : Optional.empty();
  }
}
