package io.keyreel.api;

import io.keyreel.access.RequestSignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs in by their token. A token that does not hold is refused, cookie or not. */
final class BearerFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final RequestSignIn signIn;
  private final ApiRefusals refusals;

  BearerFilter(RequestSignIn signIn, ApiRefusals refusals) {
    this.signIn = signIn;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null
        && !(header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            && signIn.useToken(header.substring(SCHEME.length()).strip()))) {
      refusals.notSignedIn(response);
      return;
    }
    chain.doFilter(request, response);
  }
}
