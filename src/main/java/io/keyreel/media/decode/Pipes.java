package io.keyreel.media.decode;

import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Named pipes from the child: a process has only two outputs of its own. */
final class Pipes implements AutoCloseable {
  private static final long RELEASE_NANOS = 20_000_000;

  private final Path folder;
  private final List<Path> paths;
  private volatile boolean closed;

  private Pipes(Path folder, List<Path> paths) {
    this.folder = folder;
    this.paths = paths;
  }

  static Pipes make(int count) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("keyreel-pipes-");
    List<Path> paths = new ArrayList<>();
    List<String> command = new ArrayList<>(List.of("mkfifo", "-m", "600"));
    for (int i = 0; i < count; i++) {
      paths.add(folder.resolve("pipe" + i));
      command.add(paths.getLast().toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    if (process.waitFor() != 0) {
      Files.delete(folder);
      throw new UserError.Unavailable(
          "No named pipes can be made in %s (%s); check the temporary folder."
              .formatted(folder.getParent(), said),
          null);
    }
    return new Pipes(folder, paths);
  }

  List<Path> paths() {
    return paths;
  }

  Path path(int index) {
    return paths.get(index);
  }

  /** Lets go whoever waits, now or later, for a writer that will never come. */
  void releaseUntilClosed() {
    while (!closed) {
      release();
      LockSupport.parkNanos(RELEASE_NANOS);
    }
  }

  private synchronized void release() {
    if (closed) {
      return;
    }
    for (Path path : paths) {
      try {
        new RandomAccessFile(path.toFile(), "rw").close();
      } catch (IOException gone) {
        // Nobody can wait on a pipe that is not there.
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    release();
    closed = true;
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
    Files.deleteIfExists(folder);
  }
}
