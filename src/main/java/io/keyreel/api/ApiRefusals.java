package io.keyreel.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the refusals of the filters, which come before any controller. */
@Component
class ApiRefusals {
  private final JsonMapper json;

  ApiRefusals(JsonMapper json) {
    this.json = json;
  }

  void notSignedIn(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(
        response,
        HttpStatus.UNAUTHORIZED,
        ApiError.of("unauthorized", "You are not signed in; sign in, or send a token that holds."));
  }

  void forbidden(HttpServletResponse response, String message) throws IOException {
    write(response, HttpStatus.FORBIDDEN, ApiError.of("forbidden", message));
  }

  void unavailable(HttpServletResponse response) throws IOException {
    write(response, HttpStatus.SERVICE_UNAVAILABLE, ApiErrors.DATABASE_AWAY);
  }

  private void write(HttpServletResponse response, HttpStatus status, ApiError error)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getOutputStream().write(json.writeValueAsBytes(error));
  }
}
