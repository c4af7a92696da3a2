package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.kernel.UserError;
import io.keyreel.media.Upload;
import io.keyreel.media.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Resumable uploads by the protocol tus 1.0.0, with its extensions creation and termination. */
@RestController
@RequestMapping("/api/v1/uploads")
class UploadController {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
  private static final String VERSION = "1.0.0";
  private static final String CHUNK = "application/offset+octet-stream";

  private final Uploads uploads;
  private final CurrentUser me;

  UploadController(Uploads uploads, CurrentUser me) {
    this.uploads = uploads;
    this.me = me;
  }

  @Entry(Entry.For.SELF)
  @RequestMapping(method = RequestMethod.OPTIONS)
  ResponseEntity<Void> options() {
    return answer(HttpStatus.NO_CONTENT)
        .header("Tus-Version", VERSION)
        .header("Tus-Extension", "creation,termination,expiration")
        .header("Tus-Max-Size", Long.toString(uploads.largest()))
        .build();
  }

  @Entry(action = Action.VIDEO_UPLOAD)
  @PostMapping
  ResponseEntity<Void> create(
      @RequestHeader(name = "Tus-Resumable", required = false) @Nullable String version,
      @RequestHeader(name = "Upload-Length", required = false) @Nullable Long length,
      @RequestHeader(name = "Upload-Metadata", defaultValue = "") String metadata) {
    if (!VERSION.equals(version)) {
      return otherVersion();
    }
    if (length == null) {
      throw new UserError.Invalid("The upload does not say its size; send Upload-Length.");
    }
    if (length > uploads.largest()) {
      return answer(HttpStatus.CONTENT_TOO_LARGE)
          .header("Tus-Max-Size", Long.toString(uploads.largest()))
          .build();
    }
    Map<String, String> said = metadata(metadata);
    Upload upload =
        uploads.begin(project(said), said.getOrDefault("filename", ""), length, me.require());
    return expiring(answer(HttpStatus.CREATED), upload)
        .header("Location", "/api/v1/uploads/" + upload.id())
        .header("Keyreel-Video", upload.video().toString())
        .build();
  }

  @Entry(Entry.For.OWNER)
  @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
  ResponseEntity<Void> state(@PathVariable("upload") UUID id) {
    Upload upload = uploads.find(id, me.require());
    return state(HttpStatus.OK, upload)
        .header("Upload-Length", Long.toString(upload.length()))
        .cacheControl(CacheControl.noStore())
        .build();
  }

  @Entry(Entry.For.OWNER)
  @PatchMapping("/{upload}")
  ResponseEntity<Void> append(
      @PathVariable("upload") UUID id,
      @RequestHeader(name = "Tus-Resumable", required = false) @Nullable String version,
      @RequestHeader(name = "Upload-Offset", required = false) @Nullable Long offset,
      HttpServletRequest request)
      throws IOException {
    if (!VERSION.equals(version)) {
      return otherVersion();
    }
    if (!CHUNK.equals(request.getContentType())) {
      return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
    }
    if (offset == null) {
      throw new UserError.Invalid("The bytes do not say their place; send Upload-Offset.");
    }
    Upload upload = uploads.append(id, offset, request.getInputStream(), me.require());
    return state(HttpStatus.NO_CONTENT, upload).build();
  }

  @Entry(Entry.For.OWNER)
  @DeleteMapping("/{upload}")
  ResponseEntity<Void> cancel(@PathVariable("upload") UUID id) {
    uploads.cancel(id, me.require());
    return answer(HttpStatus.NO_CONTENT).build();
  }

  private ResponseEntity.BodyBuilder expiring(ResponseEntity.BodyBuilder answer, Upload upload) {
    if (upload.finished()) {
      return answer;
    }
    return answer.header(
        "Upload-Expires", DATE.format(uploads.expires(upload).atOffset(ZoneOffset.UTC)));
  }

  private ResponseEntity.BodyBuilder state(HttpStatus status, Upload upload) {
    return expiring(answer(status), upload)
        .header("Upload-Offset", Long.toString(upload.received()))
        .header("Keyreel-Video", upload.video().toString());
  }

  private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
    return ResponseEntity.status(status).header("Tus-Resumable", VERSION);
  }

  private static ResponseEntity<Void> otherVersion() {
    return answer(HttpStatus.PRECONDITION_FAILED).header("Tus-Version", VERSION).build();
  }

  private static UUID project(Map<String, String> metadata) {
    try {
      return UUID.fromString(metadata.getOrDefault("project", ""));
    } catch (IllegalArgumentException e) {
      throw new UserError.Invalid(
          "The upload does not say its project; send its id as project in Upload-Metadata.");
    }
  }

  /** Pairs of a key and, after a space, its value in Base64; commas in between. */
  private static Map<String, String> metadata(String header) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : header.split(",")) {
      String[] words = pair.strip().split(" ", 2);
      try {
        byte[] value =
            words.length < 2 ? new byte[0] : Base64.getDecoder().decode(words[1].strip());
        pairs.put(words[0], new String(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new UserError.Invalid(
            "The value of %s in Upload-Metadata is not Base64.".formatted(words[0]));
      }
    }
    return pairs;
  }
}
