package io.keyreel.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Finds who is signed in by a cookie that stands for a row, asked at each request. The server's own
 * session gets a copy, because views that answer over a socket look there.
 */
@Component
class SignInCookies implements SecurityContextRepository {
  static final String NAME = "keyreel";

  private static final String SESSION_COPY =
      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

  private final SignIns signIns;

  SignInCookies(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    Optional<SecurityContext> found =
        find(request).map(SignInToken::of).map(SecurityContextImpl::new);
    copyToSession(request, found.orElse(null));
    return new Loaded(
        found.orElseGet(SecurityContextHolder::createEmptyContext), found.isPresent());
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    if (!(context.getAuthentication() instanceof SignInToken token)) {
      find(request).ifPresent(signIns::end);
      copyToSession(request, null);
      setCookie(request, response, "", Duration.ZERO);
      return;
    }
    String cookie = token.freshCookie();
    if (cookie != null) {
      find(request).ifPresent(signIns::end);
      setCookie(request, response, cookie, SignIns.LIFE);
      copyToSession(request, new SecurityContextImpl(SignInToken.of(token.getPrincipal())));
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return find(request).isPresent();
  }

  private Optional<SignedIn> find(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME) && !cookie.getValue().isEmpty())
            .findFirst()
            .flatMap(cookie -> signIns.byCookie(cookie.getValue()));
  }

  private static void copyToSession(HttpServletRequest request, @Nullable SecurityContext context) {
    HttpSession session = request.getSession(false);
    if (session != null && !Objects.equals(session.getAttribute(SESSION_COPY), context)) {
      session.setAttribute(SESSION_COPY, context);
    }
  }

  private static void setCookie(
      HttpServletRequest request, HttpServletResponse response, String word, Duration life) {
    ResponseCookie cookie =
        ResponseCookie.from(NAME, word)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(life)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private record Loaded(SecurityContext context, boolean found) implements DeferredSecurityContext {
    @Override
    public SecurityContext get() {
      return context;
    }

    @Override
    public boolean isGenerated() {
      return !found;
    }
  }
}
