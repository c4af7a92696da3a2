package io.keyreel.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Listens to server-sent events until closed, and keeps what it heard. */
final class EventReader implements AutoCloseable {
  record Heard(@Nullable Long id, String name, JsonNode data) {}

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final InputStream body;
  private final Thread thread;

  EventReader(URI address, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    headers.forEach(request::header);
    HttpResponse<InputStream> response = send(request.build());
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    body = response.body();
    thread = Thread.ofVirtual().start(this::read);
  }

  private static HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  List<Heard> heard(String name) {
    return heard.stream().filter(event -> event.name().equals(name)).toList();
  }

  /** The numbers of the changes, in the order in which they came. */
  List<Long> changes() {
    return heard("change").stream().map(event -> event.data().get("seq").asLong()).toList();
  }

  boolean ended() {
    return !thread.isAlive();
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      Long id = null;
      String name = "";
      StringBuilder data = new StringBuilder();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("id:")) {
          id = Long.valueOf(line.substring(3).strip());
        } else if (line.startsWith("event:")) {
          name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5));
        } else if (line.isEmpty() && !data.isEmpty()) {
          heard.add(new Heard(id, name, Http.JSON.readTree(data.toString())));
          id = null;
          data.setLength(0);
        }
      }
    } catch (IOException e) {
      // The test hung up, or the server did: that is what ended() tells.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
