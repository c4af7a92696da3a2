package io.keyreel.cli;

import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A running server, spoken to in REST with a token. Reading goes on over a broken connection or a
 * restart of the server; writing is the caller's to repeat.
 */
final class ServerConnection {
  static final String URL = "KEYREEL_URL";
  static final String TOKEN = "KEYREEL_TOKEN";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long LOOK_EVERY_MILLIS = 300;
  private static final Set<Integer> PASSING = Set.of(502, 503, 504);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI base;
  private final String token;
  private final Duration patience;

  /** An answer that passes: the connection broke, or the server is away for a moment. */
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1;

    Broken(String message) {
      super(message);
    }
  }

  /**
   * @param patience how long a server may be away before it is given up
   */
  ServerConnection(URI base, String token, Duration patience) {
    this.base = base;
    this.token = token;
    this.patience = patience;
  }

  /** As the environment names it. */
  static ServerConnection of(Map<String, String> environment) {
    String token = environment.getOrDefault(TOKEN, "").strip();
    if (token.isEmpty()) {
      throw new WrongUse(
          "KEYREEL_TOKEN is not set; make a token in your profile page and put it there.");
    }
    String address = environment.getOrDefault(URL, "http://localhost:8080").strip();
    if (!address.matches("https?://[A-Za-z0-9.:\\[\\]_-]+/*")) {
      throw new WrongUse(
          "KEYREEL_URL is \"%s\", which is no address; write it like http://localhost:8080."
              .formatted(address));
    }
    return new ServerConnection(
        URI.create(address.replaceAll("/+$", "")), token, Duration.ofMinutes(3));
  }

  /** Waits a moment, before the same is asked again. */
  static void pause() {
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError.Unavailable("Interrupted.", e);
    }
  }

  JsonNode get(String path) {
    return new Patience(patience).until(() -> json(send("GET", path, BodyPublishers.noBody())));
  }

  JsonNode post(String path, Object body) {
    try {
      return json(
          send(
              "POST",
              path,
              BodyPublishers.ofString(JSON.writeValueAsString(body)),
              "Content-Type",
              "application/json"));
    } catch (IOException e) {
      throw away(e);
    }
  }

  /** One request; a status of 400 or more becomes an exception, a passing one {@link Broken}. */
  HttpResponse<InputStream> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/api/v1" + path))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofMinutes(5))
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() >= 300) {
        throw refusal(response);
      }
      return response;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError.Unavailable("Interrupted.", e);
    }
  }

  /** The server cannot be reached, in a sentence. */
  UserError away(IOException cause) {
    return new UserError.Unavailable(
        "No Keyreel answers at %s (%s); start one with ./keyreel serve, or set KEYREEL_URL."
            .formatted(base, cause.getMessage() == null ? "no connection" : cause.getMessage()),
        cause);
  }

  Patience patience() {
    return new Patience(patience);
  }

  private RuntimeException refusal(HttpResponse<InputStream> response) throws IOException {
    int status = response.statusCode();
    JsonNode error = readable(response);
    String message = error.path("message").asString("");
    if (PASSING.contains(status)) {
      throw new Broken(message.isEmpty() ? "the server is away: " + status : message);
    }
    if (status == 401) {
      return new UserError.Forbidden(
          "The server at %s does not know this token; make a new one in your profile page and set KEYREEL_TOKEN."
              .formatted(base));
    }
    if (message.isEmpty()) {
      return new UserError.Invalid(
          "%s answered %d and is perhaps no Keyreel; look at KEYREEL_URL."
              .formatted(response.uri(), status));
    }
    return switch (status) {
      case 409 -> new UserError.Conflict(message, null);
      case 404 -> new UserError.NotFound(message);
      case 403 -> new UserError.Forbidden(message);
      default -> new UserError.Invalid(message);
    };
  }

  private static JsonNode readable(HttpResponse<InputStream> response) throws IOException {
    try (InputStream in = response.body()) {
      return JSON.readTree(in.readAllBytes());
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  private JsonNode json(HttpResponse<InputStream> response) throws IOException {
    try (InputStream in = response.body()) {
      return JSON.readTree(in.readAllBytes());
    } catch (JacksonException e) {
      throw new UserError.Invalid(
          "%s does not answer like a Keyreel; look at KEYREEL_URL.".formatted(base), e);
    }
  }

  /** Tries again for a while, then gives up with a sentence. */
  final class Patience {
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Duration most;
    private long since = System.nanoTime();
    private long pause = 200;

    private Patience(Duration most) {
      this.most = most;
    }

    /** Something came through: the waiting starts anew. */
    void progressed() {
      since = System.nanoTime();
      pause = 200;
    }

    /** Waits a little longer each time. */
    void wait(IOException cause) {
      if (System.nanoTime() - since > most.toNanos()) {
        throw away(cause);
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UserError.Unavailable("Interrupted.", e);
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }

    <T> T until(Attempt<T> attempt) {
      while (true) {
        try {
          return attempt.run();
        } catch (IOException e) {
          wait(e);
        }
      }
    }
  }

  /** Something that a broken connection may stop. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException;
  }
}
