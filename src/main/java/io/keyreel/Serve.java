package io.keyreel;

import io.keyreel.access.FirstStart;
import io.keyreel.embedded.Embedded;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
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

  @Option(names = "--port", description = "where browsers reach it; 8080 unless given")
  private @Nullable Integer chosenPort;

  @Option(names = "--data", defaultValue = "data", description = "the folder it keeps all in")
  private Path data = Path.of("data");

  @Option(names = "--role", defaultValue = "all", description = "all, web or worker")
  private Role role = Role.all;

  @Option(names = "--demo", description = "loads a demonstration project")
  private boolean demo;

  @Option(
      names = "--rehearse",
      hidden = true,
      description = "ends when it is ready; the build records the classes of such a start")
  private boolean rehearse;

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
      ConfigurableApplicationContext context = run(embedded.coordinates());
      if (rehearse) {
        context.close();
        embedded.close();
      }
    } catch (RuntimeException e) {
      embedded.close();
      throw StartFailure.explain(e);
    }
  }

  /** People reach a server at a known place; a worker only answers whether it is well. */
  private int port() {
    if (chosenPort != null) {
      return chosenPort;
    }
    return role == Role.worker ? 0 : 8080;
  }

  private ConfigurableApplicationContext run(Map<String, String> coordinates) {
    Map<String, Object> properties = new HashMap<>(coordinates);
    properties.put("keyreel.role", role.name());
    properties.put("keyreel.data", data.toAbsolutePath().normalize().toString());
    properties.put("keyreel.demo", demo);
    properties.put("server.port", port());
    if (role == Role.worker) {
      properties.put("server.address", "127.0.0.1");
    }
    SpringApplication application = new SpringApplication(KeyreelApplication.class);
    application.setLogStartupInfo(false);
    application.addInitializers(context ->
        context
            .getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("serve", properties)));
    ConfigurableApplicationContext context = application.run();
    if (!rehearse) {
      announce(context);
    }
    return context;
  }

  private void announce(ApplicationContext context) {
    if (role == Role.worker) {
      System.out.println("Keyreel worker is ready");
    } else {
      String address =
          context.getEnvironment().getProperty("KEYREEL_PUBLIC_URL", "http://localhost:" + port());
      System.out.println("Keyreel is ready at " + address);
      context
          .getBean(FirstStart.class)
          .adminLink(address)
          .ifPresent(link -> System.out.println("Sign in as the admin: " + link));
    }
    System.out.flush();
  }

  private void requireFreePort() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port()));
    } catch (IOException e) {
      throw new UserError.Unavailable(
          "Port %d is in use by another program; stop it or give another port with --port."
              .formatted(port()),
          e);
    }
  }
}
