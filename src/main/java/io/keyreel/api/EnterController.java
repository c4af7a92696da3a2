package io.keyreel.api;

import io.keyreel.access.RequestSignIn;
import io.keyreel.access.SignIns;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where one-time links lead: in, once, and on to the page that asks for name and password. */
@Hidden
@RestController
class EnterController {
  private final SignIns signIns;
  private final RequestSignIn signIn;

  EnterController(SignIns signIns, RequestSignIn signIn) {
    this.signIns = signIns;
    this.signIn = signIn;
  }

  @Entry(Entry.For.ANYONE)
  @GetMapping("/enter/{word}")
  ResponseEntity<Void> enter(
      @PathVariable String word, HttpServletRequest request, HttpServletResponse response) {
    if (request.getMethod().equals(HttpMethod.HEAD.name())) {
      // Previews ask by HEAD; they must not use the link up.
      return ResponseEntity.noContent().build();
    }
    Optional<SignIns.Begun> begun = signIns.enter(word);
    begun.ifPresent(entered -> signIn.begin(entered, request, response));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(begun.isPresent() ? "/welcome" : "/login?link=used"))
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
