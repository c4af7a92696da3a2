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
import org.springframework.http.HttpRange;
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
    Part part = Part.of(range, file.size());
    if (part.length() < file.size()) {
      response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
      response.setHeader(
          HttpHeaders.CONTENT_RANGE,
          "bytes %d-%d/%d".formatted(part.from(), part.from() + part.length() - 1, file.size()));
    }
    response.setContentLengthLong(part.length());
    try (InputStream in = files.open(file, part.from(), part.length())) {
      in.transferTo(response.getOutputStream());
    }
  }

  /** What of a file is sent: one range of it, or all. */
  private record Part(long from, long length) {
    static Part of(@Nullable String header, long size) {
      try {
        List<HttpRange> ranges = HttpRange.parseRanges(header);
        if (ranges.size() == 1 && ranges.getFirst().getRangeStart(size) < size) {
          long from = ranges.getFirst().getRangeStart(size);
          return new Part(from, ranges.getFirst().getRangeEnd(size) - from + 1);
        }
      } catch (IllegalArgumentException e) {
        return new Part(0, size);
      }
      return new Part(0, size);
    }
  }
}
