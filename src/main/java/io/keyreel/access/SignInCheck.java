package io.keyreel.access;

import org.springframework.stereotype.Service;

/** For answers that last: does what the request came with still hold? */
@Service
public class SignInCheck {
  private final SignInStore signIns;
  private final TokenStore tokens;

  SignInCheck(SignInStore signIns, TokenStore tokens) {
    this.signIns = signIns;
    this.tokens = tokens;
  }

  public boolean holds(SignedIn signedIn) {
    return switch (signedIn.via()) {
      case COOKIE -> signIns.holds(signedIn.id());
      case TOKEN -> tokens.holds(signedIn.id());
    };
  }
}
