package io.keyreel.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Ties sign-ins to the HTTP request and response at hand. */
@Component
public class RequestSignIn {
  private final SecurityContextRepository contexts;
  private final SecurityContextHolderStrategy present;
  private final Tokens tokens;

  RequestSignIn(
      SecurityContextRepository contexts, SecurityContextHolderStrategy present, Tokens tokens) {
    this.contexts = contexts;
    this.present = present;
    this.tokens = tokens;
  }

  /** The browser is signed in from now on; what it had open as somebody else is closed. */
  public void begin(SignIns.Begun begun, HttpServletRequest request, HttpServletResponse response) {
    closeSession(request);
    SecurityContext context = new SecurityContextImpl(SignInToken.of(begun));
    present.setContext(context);
    contexts.saveContext(context, request, response);
  }

  public void end(HttpServletRequest request, HttpServletResponse response) {
    contexts.saveContext(present.createEmptyContext(), request, response);
    present.clearContext();
    closeSession(request);
  }

  /** Lets the request act for the owner of a token; false when the token is not good. */
  public boolean useToken(String secret) {
    Optional<SignedIn> owner = tokens.bySecret(secret);
    owner.ifPresent(
        signedIn -> present.setContext(new SecurityContextImpl(SignInToken.of(signedIn))));
    return owner.isPresent();
  }

  private static void closeSession(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
