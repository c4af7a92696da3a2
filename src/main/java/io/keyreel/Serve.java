package io.keyreel;

import io.keyreel.embedded.Embedded;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts what the machine lacks, then the application, and says when people can come in. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Starts the server.")
final class Serve implements Callable<Integer> {
  enum Role {
    all,
    web,
    worker
  }

  @Option(names = "--port", defaultValue = "8080", description = "where browsers reach it")
  private int port;

  @Option(names = "--data", defaultValue = "data", description = "the folder it keeps all in")
  private Path data = Path.of("data");

  @Option(names = "--role", defaultValue = "all", description = "all, web or worker")
  private Role role = Role.all;

  @Option(names = "--demo", description = "loads a demonstration project")
  private boolean demo;

  @Override
  public Integer call() {
    try {
      requireFreePort();
      start();
      return 0;
    } catch (UserError e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private void start() {
    Embedded embedded = Embedded.start(data, System.getenv());
    try {
      run(embedded.coordinates());
    } catch (RuntimeException e) {
      embedded.close();
      throw StartFailure.explain(e);
    }
  }

  private void run(Map<String, String> coordinates) {
    Map<String, Object> properties = new HashMap<>(coordinates);
    properties.put("keyreel.role", role.name());
    properties.put("keyreel.data", data.toAbsolutePath().normalize().toString());
    properties.put("keyreel.demo", demo);
    properties.put("server.port", port);
    if (role == Role.worker) {
      properties.put("server.address", "127.0.0.1");
    }
    SpringApplication application = new SpringApplication(KeyreelApplication.class);
    application.setDefaultProperties(properties);
    application.run();
    System.out.println(
        role == Role.worker
            ? "Keyreel worker is ready"
            : "Keyreel is ready at http://localhost:" + port);
    System.out.flush();
  }

  private void requireFreePort() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new UserError.Unavailable(
          "Port %d is in use by another program; stop it or give another port with --port."
              .formatted(port),
          e);
    }
  }
}
