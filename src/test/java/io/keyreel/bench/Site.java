package io.keyreel.bench;

import io.keyreel.cli.KeyreelCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An empty server entered by its first admin. */
final class Site {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String address;
  private final String token;

  Site(String address, URI adminLink) {
    this.address = address;
    exchange(HttpRequest.newBuilder(adminLink).build());
    this.token = post("/me/tokens", Map.of("name", "bench")).path("secret").asString();
  }

  String address() {
    return address;
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  JsonNode get(String path) {
    return JSON.readTree(
        exchange(HttpRequest.newBuilder(URI.create(address + "/api/v1" + path)).build()));
  }

  JsonNode post(String path, Object body) {
    return JSON.readTree(
        exchange(
            HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .header("X-Keyreel-Client", "bench")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build()));
  }

  private String exchange(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new IllegalStateException(
            "%s: %d %s".formatted(request.uri(), answer.statusCode(), answer.body()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the id of a new project. */
  String project(String name) {
    return post("/projects", Map.of("name", name)).path("id").asString();
  }

  /** Brings a recording in with the command for it; returns the video's id. */
  String ingest(String project, Path file) {
    String out =
        Commands.run(
            Map.of("KEYREEL_URL", address, "KEYREEL_TOKEN", token),
            "ingest",
            file.toString(),
            "--project",
            project);
    return out.split(" ")[0];
  }

  /** Runs commands as the launcher would, in this process. */
  static final class Commands {
    private Commands() {}

    static String run(Map<String, String> environment, String... args) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      int status =
          KeyreelCommand.run(
              environment, new PrintWriter(out, true), new PrintWriter(err, true), args);
      if (status != 0) {
        throw new IllegalStateException(String.join(" ", args) + ": " + err);
      }
      return out.toString();
    }
  }
}
