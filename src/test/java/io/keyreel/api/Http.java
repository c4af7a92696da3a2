package io.keyreel.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the server under test over a real connection. */
final class Http {
  static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  Http(ApplicationContext context) {
    base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  static Map<String, String> cookie(String cookie) {
    return Map.of("Cookie", cookie, "X-Keyreel-Client", "test");
  }

  HttpResponse<String> send(
      String method, String path, Map<String, String> headers, Object... body) {
    return exchange(request(method, path, headers, body), BodyHandlers.ofString());
  }

  /** Only the status: streams of events have no end. */
  int status(String method, String path, Map<String, String> headers, Object... body) {
    HttpResponse<InputStream> response =
        exchange(request(method, path, headers, body), BodyHandlers.ofInputStream());
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response.statusCode();
  }

  private HttpRequest request(
      String method, String path, Map<String, String> headers, Object... body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::header);
    if (body.length == 0) {
      return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
    }
    String text = body[0] instanceof String raw ? raw : JSON.writeValueAsString(body[0]);
    if (!headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    return request.method(method, HttpRequest.BodyPublishers.ofString(text)).build();
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  /** The cookies that an answer sets, as the browser would send them back. */
  static String cookies(HttpResponse<?> response) {
    List<String> set = response.headers().allValues("Set-Cookie");
    return String.join("; ", set.stream().map(cookie -> cookie.split(";", 2)[0]).toList());
  }
}
