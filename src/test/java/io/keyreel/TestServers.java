package io.keyreel;

import io.keyreel.embedded.Embedded;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One Postgres and one S3 endpoint for the whole run, with an empty schema at its start. */
public final class TestServers
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Path FOLDER = Path.of("target", "test-data");
  private static final Map<String, String> COORDINATES = start();

  /** The variables a server in another process needs to share these. */
  public static Map<String, String> coordinates() {
    return COORDINATES;
  }

  /** The same servers with an empty schema of that name in the place of everybody's. */
  public static Map<String, String> inSchema(String name) {
    run("drop schema if exists %1$s cascade; create schema %1$s".formatted(name));
    Map<String, String> coordinates = new HashMap<>(COORDINATES);
    coordinates.computeIfPresent(
        "KEYREEL_DB_URL", (key, url) -> url + "?currentSchema=" + name + ",public");
    return coordinates;
  }

  private static Map<String, String> start() {
    // 12:45 hours off, with summer time: what leans on the machine's zone breaks at once. The
    // driver
    // hands the same zone to each database session.
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
    Map<String, String> coordinates = Embedded.start(FOLDER, Map.of()).coordinates();
    run(coordinates, "drop schema if exists public cascade; create schema public");
    return coordinates;
  }

  private static void run(String sql) {
    run(COORDINATES, sql);
  }

  private static void run(Map<String, String> coordinates, String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                coordinates.get("KEYREEL_DB_URL"),
                coordinates.get("KEYREEL_DB_USER"),
                coordinates.get("KEYREEL_DB_PASSWORD"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the test database refused " + sql, e);
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, Object> properties = new HashMap<>(COORDINATES);
    properties.put("keyreel.role", "all");
    properties.put("keyreel.data", FOLDER.toAbsolutePath().toString());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test servers", properties));
  }
}
