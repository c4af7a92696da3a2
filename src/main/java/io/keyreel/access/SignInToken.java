package io.keyreel.access;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An authenticated request, in Spring Security's words. */
final class SignInToken extends AbstractAuthenticationToken {
  private final transient SignedIn principal;
  private final transient @Nullable String freshCookie;

  private SignInToken(SignedIn principal, @Nullable String freshCookie) {
    super(authorities(principal.user()));
    this.principal = principal;
    this.freshCookie = freshCookie;
    setAuthenticated(true);
  }

  static SignInToken of(SignedIn signedIn) {
    return new SignInToken(signedIn, null);
  }

  /** A sign-in whose cookie the browser does not have yet. */
  static SignInToken of(SignIns.Begun begun) {
    return new SignInToken(begun.signedIn(), begun.cookie());
  }

  @Nullable String freshCookie() {
    return freshCookie;
  }

  @Override
  public SignedIn getPrincipal() {
    return principal;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  private static List<SimpleGrantedAuthority> authorities(User user) {
    return Stream.of("ROLE_USER", user.siteAdmin() ? "ROLE_SITE_ADMIN" : "")
        .filter(name -> !name.isEmpty())
        .map(SimpleGrantedAuthority::new)
        .toList();
  }
}
