package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.exchange.Export;
import io.keyreel.exchange.ExportFile;
import io.keyreel.exchange.ExportFiles;
import io.keyreel.exchange.ExportRequest;
import io.keyreel.exchange.Exports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of labels: asked for, looked at, fetched. */
@RestController
@RequestMapping("/api/v1")
class ExportController {
  private final Exports exports;
  private final ExportFiles files;
  private final CurrentUser me;

  ExportController(Exports exports, ExportFiles files, CurrentUser me) {
    this.exports = exports;
    this.files = files;
    this.me = me;
  }

  @Entry(action = Action.EXPORT_CREATE)
  @PostMapping("/projects/{project}/exports")
  @ResponseStatus(HttpStatus.CREATED)
  Export create(@PathVariable UUID project, @RequestBody ExportRequest request) {
    return exports.create(project, request, me.require());
  }

  @Entry(action = Action.EXPORT_READ)
  @GetMapping("/projects/{project}/exports")
  List<Export> exports(@PathVariable UUID project) {
    return exports.ofProject(project, me.require());
  }

  @Entry(action = Action.EXPORT_READ)
  @GetMapping("/exports/{export}")
  Export export(@PathVariable UUID export) {
    return exports.find(export, me.require());
  }

  /** The file, or the part of it that the request names, so that a download can go on. */
  @Entry(action = Action.EXPORT_READ)
  @GetMapping("/exports/{export}/file")
  void file(
      @PathVariable UUID export,
      @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
      HttpServletResponse response)
      throws IOException {
    ExportFile file = files.find(export, me.require());
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setHeader(HttpHeaders.ETAG, "\"" + file.sha256() + "\"");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(file.name()).build().toString());
    ByteRange part = ByteRange.of(range, file.size());
    if (part == null) {
      response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
      response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
      return;
    }
    if (!part.whole(file.size())) {
      response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
      response.setHeader(HttpHeaders.CONTENT_RANGE, part.of(file.size()));
    }
    response.setContentLengthLong(part.length());
    try (InputStream in = files.open(file, part.first(), part.length())) {
      in.transferTo(response.getOutputStream());
    }
  }
}
