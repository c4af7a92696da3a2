package io.keyreel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How the Postgres programs are run. They refuse to be root, so root runs them in a user namespace
 * of its own, or as nobody where the machine allows no such namespaces.
 */
enum PostgresUser {
  MYSELF(List.of()),
  NAMESPACE(List.of("unshare", "-U")),
  NOBODY(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));

  private final List<String> prefix;

  PostgresUser(List<String> prefix) {
    this.prefix = prefix;
  }

  static PostgresUser here() throws IOException {
    if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
      return MYSELF;
    }
    return finishes(List.of("unshare", "-U", "true")) ? NAMESPACE : NOBODY;
  }

  /** Gives the files to whoever runs Postgres. */
  void own(Path folder) throws IOException {
    if (this == NOBODY) {
      run(List.of("chown", "-R", "nobody:nogroup", folder.toString()));
    } else if (this == NAMESPACE) {
      run(List.of("chown", "-R", "root:root", folder.toString()));
    }
  }

  List<String> command(List<String> program) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(program);
    return command;
  }

  /**
   * As {@link #command}, for a program that is told to stop when the thread that started it dies.
   */
  List<String> dyingWithParent(List<String> program) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("setpriv", "--pdeathsig", "INT", "--"));
    command.addAll(program);
    return command;
  }

  /** Runs a program to its end; what it said is in the exception where it fails. */
  static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    if (await(process) != 0) {
      throw new IOException(command.getFirst() + " failed: " + said);
    }
  }

  private static boolean finishes(List<String> command) {
    try {
      run(command);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int await(Process process) throws IOException {
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("it did not end within five minutes");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IOException("interrupted", e);
    }
  }
}
