package io.keyreel.api;

import io.keyreel.access.CurrentUser;
import io.keyreel.access.RequestSignIn;
import io.keyreel.access.SignIns;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in without leaving the page: an open annotator keeps what is not saved yet. */
@RestController
@RequestMapping("/api/v1")
class SignInController {
  record Credentials(@Nullable String email, @Nullable String password) {}

  record PasswordChange(@Nullable String old, @Nullable String password) {}

  private final SignIns signIns;
  private final RequestSignIn signIn;
  private final CurrentUser me;

  SignInController(SignIns signIns, RequestSignIn signIn, CurrentUser me) {
    this.signIns = signIns;
    this.signIn = signIn;
    this.me = me;
  }

  @Entry(Entry.For.ANYONE)
  @PostMapping("/sign-in")
  User signIn(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    User user =
        signIns
            .byPassword(text(credentials.email()), text(credentials.password()))
            .orElseThrow(
                () -> new UserError.Invalid("The address or the password is wrong; try again."));
    signIn.begin(signIns.begin(user), request, response);
    return user;
  }

  @Entry(Entry.For.SELF)
  @PostMapping("/sign-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    signIn.end(request, response);
  }

  @Entry(Entry.For.SELF)
  @PutMapping("/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@RequestBody PasswordChange change) {
    signIns.changePassword(me.signedIn(), text(change.old()), text(change.password()));
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
