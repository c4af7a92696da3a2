package io.keyreel.media.decode;

import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a child process is locked into: limits on memory, time and files, no network, no rights, no
 * environment, a process group of its own, and death with its parent. Of the network and the user
 * it takes the strictest that this machine allows.
 */
final class Sandbox {
  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  private static final List<String> NOBODY =
      List.of("--reuid=65534", "--regid=65534", "--clear-groups");
  private static final List<String> NO_RIGHTS =
      List.of("--no-new-privs", "--bounding-set=-all", "--inh-caps=-all");
  private static final List<String> DIES_WITH_PARENT = List.of("--pdeathsig", "KILL");

  private final List<String> prefix;
  private final Map<String, String> environment;

  private Sandbox(List<String> prefix, Map<String, String> environment) {
    this.prefix = prefix;
    this.environment = environment;
  }

  static Sandbox around(FfmpegPrograms programs) {
    Map<String, String> environment =
        Map.of("LD_LIBRARY_PATH", programs.folder().toString(), "MALLOC_ARENA_MAX", "1");
    for (List<String> prefix : strictestFirst()) {
      Sandbox sandbox = new Sandbox(prefix, environment);
      if (sandbox.runs(List.of(programs.ffmpeg(), "-version"))) {
        LOG.info("FFmpeg runs under: {}", prefix.isEmpty() ? "limits only" : prefix);
        return sandbox;
      }
    }
    throw new UserError.Unavailable(
        "FFmpeg in %s does not start on this machine; it needs Linux on x86-64 with glibc, libstdc++ and libudev."
            .formatted(programs.folder()),
        null);
  }

  private static List<List<String>> strictestFirst() {
    return List.of(
        chain(List.of("unshare", "-n"), NOBODY, NO_RIGHTS, DIES_WITH_PARENT),
        chain(List.of("unshare", "-n"), List.of(), NO_RIGHTS, DIES_WITH_PARENT),
        chain(List.of("unshare", "-r", "-n"), List.of(), NO_RIGHTS, DIES_WITH_PARENT),
        chain(List.of(), NOBODY, NO_RIGHTS, DIES_WITH_PARENT),
        chain(List.of(), List.of(), List.of("--no-new-privs"), DIES_WITH_PARENT),
        List.of());
  }

  private static List<String> chain(
      List<String> namespace, List<String> user, List<String> rights, List<String> death) {
    List<String> chain = new ArrayList<>(List.of("setsid"));
    chain.addAll(namespace);
    chain.add("setpriv");
    chain.addAll(user);
    chain.addAll(rights);
    chain.addAll(death);
    chain.add("--");
    return List.copyOf(chain);
  }

  private boolean runs(List<String> program) {
    try {
      ProcessBuilder builder = builder(program, List.of(), 1L << 30, Duration.ofSeconds(20));
      Process process =
          builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * @param pipes named pipes that the child finds opened for writing as descriptors 3, 4, …
   */
  ProcessBuilder builder(
      List<String> program, List<Path> pipes, long memoryBytes, Duration processorTime) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script(pipes.size()), "sh"));
    pipes.forEach(pipe -> command.add(pipe.toString()));
    command.add(Long.toString(memoryBytes / 1024));
    command.add(Long.toString(processorTime.toSeconds()));
    prefix.forEach(word -> command.add(resolved(word)));
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /** The pipes are opened before the rights to open them are given up. */
  private static String script(int pipes) {
    StringBuilder script = new StringBuilder();
    for (int i = 1; i <= pipes; i++) {
      script.append("exec %d>\"$%d\"\n".formatted(i + 2, i));
    }
    return script
        .append("shift %d\n".formatted(pipes))
        .append("ulimit -c 0; ulimit -f 0; ulimit -n 64; ulimit -s 4096\n")
        .append("ulimit -v \"$1\"; ulimit -t \"$2\"; shift 2\n")
        .append("exec \"$@\"\n")
        .toString();
  }

  /** The environment names no search path. */
  private static String resolved(String word) {
    for (String folder : List.of("/usr/bin/", "/bin/", "/usr/sbin/")) {
      if (!word.startsWith("-") && Files.isExecutable(Path.of(folder + word))) {
        return folder + word;
      }
    }
    return word;
  }
}
