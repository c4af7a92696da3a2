package io.keyreel.embedded;

import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One durable Postgres on 127.0.0.1 in the data folder, that stops with this process, even when it
 * is killed.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String DATABASE = "keyreel";
  private static final String ROLE = "keyreel";
  private static final long START_TIMEOUT_NANOS = TimeUnit.MINUTES.toNanos(2);

  private final Process server;
  private final int port;
  private final String password;

  private EmbeddedPostgres(Process server, int port, String password) {
    this.server = server;
    this.port = port;
    this.password = password;
  }

  public static EmbeddedPostgres start(DataFolder folder) {
    try {
      return launch(folder);
    } catch (IOException | SQLException e) {
      throw new UserError.Unavailable(
          "The built-in Postgres in %s did not start: %s; look into %s."
              .formatted(folder.path(), e.getMessage(), log(folder)),
          e);
    }
  }

  private static EmbeddedPostgres launch(DataFolder folder) throws IOException, SQLException {
    Path root = Files.createDirectories(folder.path().resolve("postgres"));
    PostgresUser user = PostgresUser.here();
    Path binaries = PostgresBinaries.unpackInto(root);
    Path data = root.resolve("data");
    String superuserSecret = folder.secret("postgres/superuser.secret");
    String roleSecret = folder.secret("postgres/keyreel.secret");
    user.own(root);
    if (Files.notExists(data)) {
      initialise(user, binaries, root);
    } else {
      stopOrphan(user, binaries, data);
    }
    int port = folder.port("postgres/port");
    long deadline = System.nanoTime() + START_TIMEOUT_NANOS;
    while (true) {
      Process server = serve(user, serverCommand(binaries, data, port), log(folder));
      EmbeddedPostgres postgres = new EmbeddedPostgres(server, port, roleSecret);
      try {
        postgres.prepare(superuserSecret, deadline);
        return postgres;
      } catch (IOException | SQLException | RuntimeException e) {
        boolean stopped = !server.isAlive();
        postgres.close();
        if (!stopped || !isHeldByLeftovers(log(folder)) || System.nanoTime() > deadline) {
          throw e;
        }
        pause();
      }
    }
  }

  /** The processes of a killed server take a moment to notice and to let go of its files. */
  private static boolean isHeldByLeftovers(Path log) throws IOException {
    String said = Files.readString(log);
    return said.contains("lock file \"postmaster.pid\" already exists")
        || said.contains("pre-existing shared memory block");
  }

  private static Path log(DataFolder folder) {
    return folder.path().resolve("postgres").resolve("postgres.log");
  }

  private static void initialise(PostgresUser user, Path binaries, Path root) throws IOException {
    LOG.info("Preparing the built-in Postgres in {}", root);
    Path fresh = root.resolve("data.new");
    if (Files.exists(fresh)) {
      PostgresUser.run(List.of("rm", "-rf", fresh.toString()));
    }
    PostgresUser.run(
        user.command(
            List.of(
                binaries.resolve("bin/initdb").toString(),
                "--auth=scram-sha-256",
                "--username=postgres",
                "--pwfile=" + root.resolve("superuser.secret"),
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--pgdata=" + fresh)));
    Files.move(fresh, root.resolve("data"));
  }

  /** A server whose JVM was killed may still be running on these files. */
  private static void stopOrphan(PostgresUser user, Path binaries, Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (Files.notExists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    boolean ours =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().commandLine())
            .filter(line -> line.contains(data.toString()))
            .isPresent();
    if (!ours) {
      return;
    }
    LOG.info("Stopping the Postgres (process {}) that an earlier server left behind", pid);
    try {
      PostgresUser.run(
          user.command(
              List.of(
                  binaries.resolve("bin/pg_ctl").toString(),
                  "--pgdata=" + data,
                  "--mode=fast",
                  "--wait",
                  "stop")));
    } catch (IOException e) {
      if (ProcessHandle.of(pid).isPresent()) {
        throw e;
      }
    }
  }

  private static List<String> serverCommand(Path binaries, Path data, int port) {
    List<String> command = new ArrayList<>();
    command.add(binaries.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", data.toString()));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "port=" + port,
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "max_connections=120",
            "shared_buffers=128MB",
            "max_wal_size=2GB",
            "timezone=UTC",
            "log_timezone=UTC")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  /**
   * The kernel's death signal follows the thread that forks, not its process: so the server is
   * started by a thread that lives as long as the server does.
   */
  private static Process serve(PostgresUser user, List<String> command, Path log)
      throws IOException {
    CompletableFuture<Process> started = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("keyreel-postgres")
        .daemon()
        .start(() -> {
          try {
            Process process =
                new ProcessBuilder(user.dyingWithParent(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            started.complete(process);
            process.onExit().join();
          } catch (IOException e) {
            started.completeExceptionally(e);
          }
        });
    try {
      return started.join();
    } catch (CompletionException e) {
      throw new IOException("setpriv (package util-linux) cannot be run", e.getCause());
    }
  }

  private void prepare(String superuserSecret, long deadline) throws IOException, SQLException {
    try (Connection connection = awaitConnection(superuserSecret, deadline)) {
      PostgresRoles.ensure(connection, ROLE, password, DATABASE);
    }
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), ROLE, password)) {
      PostgresRoles.requireDurable(connection);
    }
  }

  private Connection awaitConnection(String secret, long deadline)
      throws IOException, SQLException {
    while (true) {
      if (!server.isAlive()) {
        throw new IOException("it stopped at once (exit status " + server.exitValue() + ")");
      }
      try {
        return DriverManager.getConnection(url("postgres"), "postgres", secret);
      } catch (SQLException e) {
        boolean notYet = "57P03".equals(e.getSQLState()) || "08001".equals(e.getSQLState());
        if (!notYet || System.nanoTime() > deadline) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(40);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String jdbcUrl() {
    return url(DATABASE);
  }

  public String user() {
    return ROLE;
  }

  public String password() {
    return password;
  }

  /** The operating system's id of the running server. */
  public long pid() {
    return server.pid();
  }

  /** Stops the server the fast way: running transactions are rolled back, nothing is lost. */
  @Override
  public void close() {
    if (!server.isAlive()) {
      return;
    }
    try {
      PostgresUser.run(List.of("kill", "-INT", Long.toString(server.pid())));
      if (!server.waitFor(60, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (IOException e) {
      server.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
