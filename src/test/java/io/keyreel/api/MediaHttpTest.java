package io.keyreel.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.access.Project;
import io.keyreel.access.Role;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.media.TestVideos;
import io.keyreel.media.Video;
import io.keyreel.media.decode.Clips;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@KeyreelTest
class MediaHttpTest {
  private static final String TUS = "Tus-Resumable";

  @TempDir private Path folder;
  @Autowired private ApplicationContext context;

  @Value("${local.server.port}")
  private int port;

  private final HttpClient client = HttpClient.newHttpClient();
  private User admin;
  private Project project;
  private String token;

  @BeforeEach
  void prepare() {
    TestPeople people = new TestPeople(context);
    admin = people.siteAdmin();
    project = people.project(admin);
    token = people.token(admin);
  }

  @Test
  void uploadSurvivesBrokenConnectionsAndBecomesAVideo() throws Exception {
    byte[] file = Files.readAllBytes(noisyClip());
    HttpResponse<byte[]> created = create("../x/two parts.mkv", file.length);
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.headers().firstValue("Upload-Expires").orElseThrow()).endsWith(" GMT");
    String upload = created.headers().firstValue("Location").orElseThrow();
    String video = created.headers().firstValue("Keyreel-Video").orElseThrow();
    assertThat(patch(upload, 0, Arrays.copyOf(file, 1000)).statusCode()).isEqualTo(204);
    breakOff(upload, 1000, file, 200_000);
    long offset = Eventually.eventually(() -> offset(upload), seen -> seen > 1000);
    assertThat(offset).isBetween(1001L, 201_000L);
    assertThat(patch(upload, offset - 1, new byte[10]).statusCode()).isEqualTo(409);
    Random random = new Random(3);
    while (offset < file.length) {
      int to = (int) Math.min(file.length, offset + 1 + random.nextInt(3_000_000));
      HttpResponse<byte[]> answer =
          patch(upload, offset, Arrays.copyOfRange(file, (int) offset, to));
      assertThat(answer.statusCode()).isEqualTo(204);
      offset = Long.parseLong(answer.headers().firstValue("Upload-Offset").orElseThrow());
      assertThat(offset).isEqualTo(to);
    }
    JsonNode ready =
        Eventually.eventually(
            () -> json("/videos/" + video), v -> !v.path("state").asString().endsWith("ING"));
    assertThat(ready.path("state").asString()).isEqualTo("READY");
    assertThat(ready.path("name").asString()).isEqualTo("two parts.mkv");
    assertThat(ready.path("frameCount").asInt()).isEqualTo(40);
    assertThat(ready.path("sizeBytes").asLong()).isEqualTo(file.length);
    assertThat(offset(upload)).isEqualTo(file.length);
    assertThat(request("DELETE", upload).statusCode()).isEqualTo(409);
  }

  /** Larger than the least part of an object in the store, so that it comes in several. */
  private Path noisyClip() throws IOException {
    return new Clips(folder)
        .make(
            "noise.mkv",
            "testsrc2=s=480x360:r=20:d=2,noise=alls=60:allf=t",
            "-c:v",
            "ffv1",
            "-pix_fmt",
            "yuv444p");
  }

  @Test
  void cancelledUploadLeavesNothing() throws Exception {
    HttpResponse<byte[]> created = create("gone.mp4", 5000);
    String upload = created.headers().firstValue("Location").orElseThrow();
    String video = created.headers().firstValue("Keyreel-Video").orElseThrow();
    assertThat(patch(upload, 0, new byte[3000]).statusCode()).isEqualTo(204);
    assertThat(request("DELETE", upload).statusCode()).isEqualTo(204);
    assertThat(request("HEAD", upload).statusCode()).isEqualTo(404);
    assertThat(request("GET", "/api/v1/videos/" + video).statusCode()).isEqualTo(404);
    assertThat(patch(upload, 3000, new byte[2000]).statusCode()).isEqualTo(404);
  }

  @Test
  void uploadsOfOthersDoNotExist() throws Exception {
    String upload = create("mine.mp4", 5000).headers().firstValue("Location").orElseThrow();
    TestPeople people = new TestPeople(context);
    String mine = token;
    token = people.token(people.member(project, Role.LEAD, admin));
    assertThat(request("HEAD", upload).statusCode()).isEqualTo(404);
    assertThat(patch(upload, 0, new byte[10]).statusCode()).isEqualTo(404);
    token = people.token(people.member(project, Role.LABELER, admin));
    assertThat(create("no.mp4", 10).statusCode()).isEqualTo(403);
    token = people.token(people.user("stranger"));
    assertThat(create("no.mp4", 10).statusCode()).isEqualTo(404);
    token = mine;
    assertThat(offset(upload)).isZero();
  }

  @Test
  void uploadsSpeakTheProtocol() throws Exception {
    HttpResponse<byte[]> options = request("OPTIONS", "/api/v1/uploads");
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Tus-Version")).contains("1.0.0");
    assertThat(options.headers().firstValue("Tus-Extension"))
        .contains("creation,termination,expiration");
    assertThat(request("POST", "/api/v1/uploads", "Upload-Length", "5").statusCode())
        .isEqualTo(412);
    assertThat(create("empty.mp4", 0).statusCode()).isEqualTo(422);
    assertThat(create("huge.mp4", 1L << 50).statusCode()).isEqualTo(413);
    String upload = create("a.mp4", 10).headers().firstValue("Location").orElseThrow();
    HttpResponse<byte[]> head = request("HEAD", upload);
    assertThat(head.headers().firstValue("Upload-Length")).contains("10");
    assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
    HttpResponse<byte[]> wrongType =
        request("PATCH", upload, TUS, "1.0.0", "Upload-Offset", "0", "Content-Type", "text/plain");
    assertThat(wrongType.statusCode()).isEqualTo(415);
  }

  @Test
  void tellsWhatMovesInEachFrame() throws Exception {
    Video video = clip();
    JsonNode energy = json("/videos/" + video.id() + "/energy");
    assertThat(energy.path("step").asInt()).isEqualTo(1);
    assertThat(energy.path("motion").size()).isEqualTo(40);
    assertThat(energy.path("motion").get(0).asDouble()).isZero();
    assertThat(energy.path("motion").get(20).asDouble()).isBetween(0.01, 1.0);
    assertThat(energy.path("audio").isArray()).isFalse();
    JsonNode part = json("/videos/" + video.id() + "/energy?from=10&to=15");
    assertThat(part.path("motion").size()).isEqualTo(5);
    String beyond = "/api/v1/videos/" + video.id() + "/energy?to=41";
    assertThat(request("GET", beyond).statusCode()).isEqualTo(422);
  }

  @Test
  void packsComeWholeInRangesAndFromTheCache() throws Exception {
    Video video = clip();
    JsonNode index = json("/videos/" + video.id() + "/index");
    assertThat(index.path("frameCount").asInt()).isEqualTo(40);
    assertThat(index.path("packSize").asInt()).isEqualTo(32);
    assertThat(index.path("pts").size()).isEqualTo(40);
    assertThat(index.path("timeBase").get(1).asInt()).isPositive();
    assertThat(index.path("shots").get(0).path("transition").asString()).isEqualTo("START");
    JsonNode second = index.path("packs").get(1);
    assertThat(second.path("first").asInt()).isEqualTo(32);
    String address = "/api/v1/videos/" + video.id() + "/packs/1?tier=preview";
    HttpResponse<byte[]> whole = request("GET", address);
    assertThat(whole.body()).hasSize(second.path("previewSize").asInt());
    ByteBuffer pack = ByteBuffer.wrap(whole.body()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(pack.getInt(4)).isEqualTo(8);
    int from = pack.getInt(8);
    int to = pack.getInt(12);
    HttpResponse<byte[]> part = request("GET", address, "Range", "bytes=" + from + "-" + (to - 1));
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), from, to));
    assertThat(part.headers().firstValue("Content-Range"))
        .contains("bytes %d-%d/%d".formatted(from, to - 1, whole.body().length));
    assertThat(whole.headers().firstValue("Cache-Control").orElseThrow())
        .contains("immutable", "private");
    String tag = whole.headers().firstValue("ETag").orElseThrow();
    assertThat(request("GET", address, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(request("GET", address, "Range", "bytes=99999999-").statusCode()).isEqualTo(416);
    assertThat(request("GET", address.replace("/1?", "/2?")).statusCode()).isEqualTo(404);
    assertThat(request("GET", address.replace("preview", "huge")).statusCode()).isEqualTo(422);
  }

  @Test
  void picturesAreJpegFiles() throws Exception {
    Video video = clip();
    for (String picture :
        List.of("frames/39.jpg", "frames/0.jpg?height=90", "poster.jpg", "storyboard.jpg")) {
      HttpResponse<byte[]> answer = request("GET", "/api/v1/videos/" + video.id() + "/" + picture);
      assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
      assertThat(answer.body()).startsWith(0xff, 0xd8, 0xff);
    }
    assertThat(json("/videos/" + video.id() + "/storyboard.json").path("frames").size())
        .isEqualTo(40);
    assertThat(request("GET", "/api/v1/videos/" + video.id() + "/frames/40.jpg").statusCode())
        .isEqualTo(404);
  }

  @Test
  void videosOfOthersDoNotExist() throws Exception {
    Video video = clip();
    TestPeople people = new TestPeople(context);
    token = people.token(people.user("stranger"));
    for (String path :
        List.of("", "/index", "/packs/0", "/frames/0.jpg", "/poster.jpg", "/storyboard.json")) {
      assertThat(request("GET", "/api/v1/videos/" + video.id() + path).statusCode())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(request("GET", "/api/v1/projects/" + project.id() + "/videos").statusCode())
        .isEqualTo(404);
    assertThat(request("DELETE", "/api/v1/videos/" + video.id()).statusCode()).isEqualTo(404);
  }

  @Test
  void jobsAreListedForTheirProject() throws Exception {
    Video video = clip();
    JsonNode jobs = json("/projects/" + project.id() + "/jobs");
    JsonNode ingest = null;
    for (JsonNode job : jobs) {
      ingest = job.path("topic").asString().equals("media.ingest") ? job : ingest;
    }
    assertThat(ingest).isNotNull();
    assertThat(ingest.path("subject").asString()).isEqualTo(video.id().toString());
    String address = "/api/v1/jobs/" + ingest.path("id").asString();
    assertThat(request("GET", address).statusCode()).isEqualTo(200);
    TestPeople people = new TestPeople(context);
    token = people.token(people.user("stranger"));
    assertThat(request("GET", address).statusCode()).isEqualTo(404);
  }

  private Video clip() throws IOException {
    Path file = new Clips(folder).make("clip.mp4", "testsrc2=s=320x240:r=20:d=2", "-c:v", "mpeg4");
    return new TestVideos(context).ingest(file, project, admin);
  }

  private HttpResponse<byte[]> create(String name, long length) throws Exception {
    return request(
        "POST",
        "/api/v1/uploads",
        TUS,
        "1.0.0",
        "Upload-Length",
        Long.toString(length),
        "Upload-Metadata",
        "filename %s,project %s".formatted(base64(name), base64(project.id().toString())));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<byte[]> patch(String upload, long offset, byte[] bytes) throws Exception {
    HttpRequest request =
        builder(upload)
            .header(TUS, "1.0.0")
            .header("Upload-Offset", Long.toString(offset))
            .header("Content-Type", "application/offset+octet-stream")
            .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Promises the whole rest of the file, sends some of it and hangs up. */
  private void breakOff(String upload, int offset, byte[] file, int sent) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      String head =
          """
          PATCH %s HTTP/1.1
          Host: 127.0.0.1
          Authorization: Bearer %s
          Tus-Resumable: 1.0.0
          Upload-Offset: %d
          Content-Type: application/offset+octet-stream
          Content-Length: %d

          """
              .formatted(upload, token, offset, file.length - offset);
      out.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(file, offset, sent);
      out.flush();
    }
  }

  private long offset(String upload) {
    try {
      return Long.parseLong(
          request("HEAD", upload).headers().firstValue("Upload-Offset").orElseThrow());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode json(String path) {
    try {
      return Http.JSON.readTree(request("GET", "/api/v1" + path).body());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<byte[]> request(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = builder(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(
        request.method(method, HttpRequest.BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder builder(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token);
  }
}
