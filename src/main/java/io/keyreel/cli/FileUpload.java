package io.keyreel.cli;

import io.keyreel.kernel.Progress;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;

/** One file on its way to the server by the protocol tus, piece by piece. */
final class FileUpload {
  private static final int PIECE = 8 << 20;
  private static final String[] NOTHING_MORE = {"Tus-Resumable", "1.0.0"};

  private final ServerConnection server;
  private final Path file;
  private final Progress progress;

  FileUpload(ServerConnection server, Path file, Progress progress) {
    this.server = server;
    this.file = file;
    this.progress = progress;
  }

  /** Sends the file, over any number of broken connections; returns the video's id. */
  String send(RemoteProject project) {
    try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = content.size();
      HttpResponse<InputStream> created = create(project, length);
      String path = "/uploads/" + last(created.headers().firstValue("Location").orElse(""));
      append(path, content, length);
      return created.headers().firstValue("Keyreel-Video").orElse("");
    } catch (IOException e) {
      throw new UserError.Invalid("%s cannot be read.".formatted(file), e);
    }
  }

  private HttpResponse<InputStream> create(RemoteProject project, long length) {
    String metadata =
        "filename %s,project %s"
            .formatted(base64(String.valueOf(file.getFileName())), base64(project.id()));
    try {
      HttpResponse<InputStream> created =
          server.send(
              "POST",
              "/uploads",
              BodyPublishers.noBody(),
              with("Upload-Length", Long.toString(length), "Upload-Metadata", metadata));
      created.body().close();
      return created;
    } catch (IOException e) {
      throw server.away(e);
    }
  }

  private void append(String path, FileChannel content, long length) throws IOException {
    ServerConnection.Patience patience = server.patience();
    long offset = 0;
    while (offset < length) {
      ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, length - offset));
      int read = content.read(piece, offset);
      if (read <= 0) {
        throw new UserError.Invalid(
            "%s became shorter while it was sent; send it again.".formatted(file));
      }
      long sent = offset;
      try {
        offset = patch(path, offset, Arrays.copyOf(piece.array(), read));
        patience.progressed();
      } catch (IOException | UserError.Conflict e) {
        patience.wait(
            e instanceof IOException broken ? broken : new IOException(e.getMessage(), e));
        offset = patience.until(() -> offset(path));
      }
      if (offset > sent) {
        progress.report((double) offset / length, "sending " + file.getFileName());
      }
    }
  }

  private long patch(String path, long offset, byte[] piece) throws IOException {
    return offset(
        server.send(
            "PATCH",
            path,
            BodyPublishers.ofByteArray(piece),
            with(
                "Upload-Offset",
                Long.toString(offset),
                "Content-Type",
                "application/offset+octet-stream")));
  }

  /** How much the server has. */
  private long offset(String path) throws IOException {
    return offset(server.send("HEAD", path, BodyPublishers.noBody(), NOTHING_MORE));
  }

  private static long offset(HttpResponse<InputStream> response) throws IOException {
    response.body().close();
    return response.headers().firstValueAsLong("Upload-Offset").orElse(0);
  }

  private static String[] with(String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    System.arraycopy(NOTHING_MORE, 0, all, headers.length, 2);
    return all;
  }

  private static String last(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
