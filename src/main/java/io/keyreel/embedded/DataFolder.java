package io.keyreel.embedded;

import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The folder one server keeps everything in, held by one server at a time. */
public final class DataFolder implements AutoCloseable {
  private static final long LEAST_FREE_BYTES = 300L << 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Makes the folder where it is missing and takes it for this process. */
  public static DataFolder open(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      requireSpace(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new UserError.Unavailable(
            "The data folder %s is in use by another Keyreel server; stop that one or give another folder with --data."
                .formatted(path),
            null);
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new UserError.Unavailable(
          "The data folder %s cannot be used (%s); give a folder you may write to with --data."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void requireSpace(Path path) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < LEAST_FREE_BYTES) {
      throw new UserError.Unavailable(
          "The disk of the data folder %s is full (%d MB free, %d MB needed to start); free some space or give another folder with --data."
              .formatted(path, free >> 20, LEAST_FREE_BYTES >> 20),
          null);
    }
  }

  public Path path() {
    return path;
  }

  /** A random word made once, readable by its owner only. */
  String secret(String file) throws IOException {
    Path secret = path.resolve(file);
    if (Files.notExists(secret)) {
      byte[] bytes = new byte[24];
      RANDOM.nextBytes(bytes);
      writePrivately(secret, HexFormat.of().formatHex(bytes));
    }
    return Files.readString(secret).strip();
  }

  /** The port written in the file, or a new one where it is missing or taken by somebody else. */
  int port(String file) throws IOException {
    Path kept = path.resolve(file);
    if (Files.exists(kept)) {
      int port = Integer.parseInt(Files.readString(kept).strip());
      if (isFree(port)) {
        return port;
      }
    }
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      writePrivately(kept, Integer.toString(socket.getLocalPort()));
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  private static void writePrivately(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
