package io.keyreel.access;

import io.keyreel.kernel.UserError;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Signs in by address and password, for the sign-in form. */
@Component
class PasswordProvider implements AuthenticationProvider {
  private final SignIns signIns;

  PasswordProvider(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    try {
      return signIns
          .byPassword(asked.getName(), String.valueOf(asked.getCredentials()))
          .map(signIns::begin)
          .map(SignInToken::of)
          .orElseThrow(() -> new BadCredentialsException("The address or the password is wrong."));
    } catch (UserError e) {
      throw new AuthenticationServiceException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
