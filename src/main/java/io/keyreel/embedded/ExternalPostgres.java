package io.keyreel.embedded;

import io.keyreel.kernel.UserError;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * A Postgres that the environment names: it has to be there, and as durable as the built-in one.
 */
final class ExternalPostgres {
  private ExternalPostgres() {}

  static void requireDurable(Map<String, String> environment) {
    String url = environment.getOrDefault("KEYREEL_DB_URL", "");
    try (Connection connection =
        DriverManager.getConnection(
            url,
            environment.getOrDefault("KEYREEL_DB_USER", ""),
            environment.getOrDefault("KEYREEL_DB_PASSWORD", ""))) {
      PostgresRoles.requireDurable(connection);
    } catch (SQLException e) {
      throw new UserError.Unavailable(
          "The Postgres in KEYREEL_DB_URL (%s) does not let the server in: %s; check the address, KEYREEL_DB_USER and KEYREEL_DB_PASSWORD."
              .formatted(url, e.getMessage()),
          e);
    }
  }
}
