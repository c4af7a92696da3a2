package io.keyreel.cli;

import io.keyreel.kernel.Progress;
import io.keyreel.kernel.UserError;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A file that comes into being whole and checked, or not at all. */
final class DownloadTarget {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Path folder;
  private final boolean force;

  private DownloadTarget(Path file, Path folder, boolean force) {
    this.file = file;
    this.folder = folder;
    this.force = force;
  }

  /** Refuses at once what could not be written in the end. */
  static DownloadTarget of(Path file, boolean force) {
    if (Files.isDirectory(file)) {
      throw new UserError.Invalid("%s is a folder; name the file to write in it.".formatted(file));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UserError.Invalid("There is no folder for %s; make it first.".formatted(file));
    }
    DownloadTarget target = new DownloadTarget(file, folder, force);
    if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw target.alreadyThere();
    }
    return target;
  }

  void fetch(ServerConnection server, String path, long size, String sha256, Progress progress) {
    Path part = folder.resolve(".%s.%s.part".formatted(file.getFileName(), UUID.randomUUID()));
    part.toFile().deleteOnExit();
    try {
      download(server, path, part, size, progress);
      if (Files.size(part) != size || !sha256(part).equals(sha256)) {
        throw new UserError.Invalid(
            "What arrived is not what the server made (other sha256); nothing was written, try again.");
      }
      place(part);
    } catch (FileAlreadyExistsException e) {
      throw alreadyThere();
    } catch (IOException | UncheckedIOException e) {
      throw new UserError.Invalid("%s cannot be written: %s.".formatted(file, e.getMessage()), e);
    } finally {
      delete(part);
    }
  }

  private static void download(
      ServerConnection server, String path, Path part, long size, Progress progress)
      throws IOException {
    ServerConnection.Patience patience = server.patience();
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      while (out.position() < size) {
        long before = out.position();
        try (InputStream in =
            server
                .send("GET", path, BodyPublishers.noBody(), "Range", "bytes=" + before + "-")
                .body()) {
          copy(in, out, size, progress);
        } catch (IOException e) {
          if (out.position() > before) {
            patience.progressed();
          }
          patience.wait(e);
        }
      }
      out.force(true);
    }
  }

  private static void copy(InputStream in, FileChannel out, long size, Progress progress)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (out.position() < size) {
      int read = in.read(buffer);
      if (read < 0) {
        throw new EOFException("the connection ended early");
      }
      writeAll(out, ByteBuffer.wrap(buffer, 0, read));
      progress.report((double) out.position() / size, "fetching");
    }
  }

  /** What cannot be written is no broken connection, so it is another exception. */
  private static void writeAll(FileChannel out, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A link fails where a file came up meanwhile; a rename would replace it. */
  private void place(Path part) throws IOException {
    if (force) {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try {
      Files.createLink(file, part);
    } catch (UnsupportedOperationException noLinksHere) {
      Files.move(part, file);
    }
  }

  private static String sha256(Path part) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(part), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private UserError.Invalid alreadyThere() {
    return new UserError.Invalid(
        "%s is there already; give another name, or --force to replace it.".formatted(file));
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new UserError.Invalid("%s cannot be removed; do it by hand.".formatted(part), e);
    }
  }
}
