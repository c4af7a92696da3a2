package io.keyreel.api;

import io.keyreel.access.CurrentUser;
import io.keyreel.access.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a foreign page makes with the browser's cookie: only our own pages can send
 * this header.
 */
final class ClientHeaderFilter extends OncePerRequestFilter {
  static final String HEADER = "X-Keyreel-Client";

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final CurrentUser me;
  private final ApiRefusals refusals;

  ClientHeaderFilter(CurrentUser me, ApiRefusals refusals) {
    this.me = me;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (HARMLESS.contains(request.getMethod())
        || request.getHeader(HEADER) != null
        || !byBrowser(request)) {
      chain.doFilter(request, response);
    } else {
      refusals.forbidden(
          response, "Changes from a browser need the header %s; add it.".formatted(HEADER));
    }
  }

  /** A stranger changes nothing but by signing in, which a foreign page must not do either. */
  private boolean byBrowser(HttpServletRequest request) {
    return me.find().isPresent()
        ? me.signedIn().via() == SignedIn.Via.COOKIE
        : request.getRequestURI().equals(ApiSecurity.SIGN_IN);
  }
}
