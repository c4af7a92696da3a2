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

  private static Map<String, String> start() {
    // 12:45 hours off, with summer time: what leans on the machine's zone breaks at once. The
    // driver
    // hands the same zone to each database session.
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
    Map<String, String> coordinates = Embedded.start(FOLDER, Map.of()).coordinates();
    empty(coordinates);
    return coordinates;
  }

  private static void empty(Map<String, String> coordinates) {
    try (Connection connection =
            DriverManager.getConnection(
                coordinates.get("KEYREEL_DB_URL"),
                coordinates.get("KEYREEL_DB_USER"),
                coordinates.get("KEYREEL_DB_PASSWORD"));
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists public cascade");
      statement.execute("create schema public");
    } catch (SQLException e) {
      throw new IllegalStateException("the test database could not be emptied", e);
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
