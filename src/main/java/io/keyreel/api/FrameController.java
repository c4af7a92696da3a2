package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.kernel.UserError;
import io.keyreel.media.PackInfo;
import io.keyreel.media.Storyboard;
import io.keyreel.media.Thumbnails;
import io.keyreel.media.Tier;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Pictures of videos. What is under an address never changes, so browsers keep it. */
@RestController
@RequestMapping("/api/v1/videos/{video}")
class FrameController {
  private static final MediaType PACK = MediaType.parseMediaType("application/vnd.keyreel.frames");
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

  private final Videos videos;
  private final Thumbnails pictures;
  private final CurrentUser me;

  FrameController(Videos videos, Thumbnails pictures, CurrentUser me) {
    this.videos = videos;
    this.pictures = pictures;
    this.me = me;
  }

  @Entry(action = Action.VIDEO_VIEW)
  @GetMapping("/packs/{pack}")
  ResponseEntity<StreamingResponseBody> pack(
      @PathVariable("video") UUID id,
      @PathVariable int pack,
      @RequestParam(defaultValue = "full") String tier,
      @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
      WebRequest request) {
    Video video = videos.find(id, me.require());
    Tier wanted = tier(tier);
    PackInfo info = pictures.pack(video, pack);
    String tag = tag(id, wanted.word(), pack);
    if (request.checkNotModified(tag)) {
      return unchanged(tag);
    }
    long size = info.size(wanted);
    ByteRange bytes = ByteRange.of(range, size);
    if (bytes == null) {
      return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
          .header(HttpHeaders.CONTENT_RANGE, "bytes */" + size)
          .build();
    }
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(bytes.whole(size) ? HttpStatus.OK : HttpStatus.PARTIAL_CONTENT)
            .contentType(PACK)
            .contentLength(bytes.length())
            .eTag(tag)
            .cacheControl(FOR_EVER)
            .header(HttpHeaders.ACCEPT_RANGES, "bytes");
    if (!bytes.whole(size)) {
      answer.header(HttpHeaders.CONTENT_RANGE, bytes.of(size));
    }
    InputStream in = pictures.bytes(video, pack, wanted, bytes.first(), bytes.length());
    return answer.body(out -> {
      try (in) {
        in.transferTo(out);
      }
    });
  }

  @Entry(action = Action.VIDEO_VIEW)
  @GetMapping("/frames/{frame}.jpg")
  @Nullable ResponseEntity<byte[]> frame(
      @PathVariable("video") UUID id,
      @PathVariable int frame,
      @RequestParam(required = false) @Nullable Integer height,
      WebRequest request) {
    Video video = videos.find(id, me.require());
    String tag = tag(id, "frame", frame, height == null ? "full" : height);
    return request.checkNotModified(tag) ? null : jpeg(tag, pictures.picture(video, frame, height));
  }

  @Entry(action = Action.VIDEO_VIEW)
  @GetMapping("/poster.jpg")
  @Nullable ResponseEntity<byte[]> poster(@PathVariable("video") UUID id, WebRequest request) {
    Video video = videos.find(id, me.require());
    Videos.requireReady(video);
    String tag = tag(id, "poster");
    return request.checkNotModified(tag) ? null : jpeg(tag, pictures.poster(video));
  }

  @Entry(action = Action.VIDEO_VIEW)
  @GetMapping("/storyboard.jpg")
  @Nullable ResponseEntity<byte[]> sheet(@PathVariable("video") UUID id, WebRequest request) {
    Video video = videos.find(id, me.require());
    Videos.requireReady(video);
    String tag = tag(id, "storyboard");
    return request.checkNotModified(tag) ? null : jpeg(tag, pictures.storyboardSheet(video));
  }

  @Entry(action = Action.VIDEO_VIEW)
  @GetMapping("/storyboard.json")
  Storyboard storyboard(@PathVariable UUID video) {
    return pictures.storyboard(videos.find(video, me.require()));
  }

  private static Tier tier(String word) {
    return Arrays.stream(Tier.values())
        .filter(tier -> tier.word().equals(word))
        .findAny()
        .orElseThrow(() ->
            new UserError.Invalid(
                "There is no tier \"%s\"; ask for full or preview.".formatted(word)));
  }

  private static String tag(UUID video, Object... what) {
    return "\"" + video + "-" + Arrays.toString(what).replaceAll("[^a-z0-9]+", "-") + "\"";
  }

  private static <T> ResponseEntity<T> unchanged(String tag) {
    return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).cacheControl(FOR_EVER).build();
  }

  private static ResponseEntity<byte[]> jpeg(String tag, byte[] picture) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .eTag(tag)
        .cacheControl(FOR_EVER)
        .body(picture);
  }
}
