package io.keyreel.embedded;

import io.keyreel.kernel.UserError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The application's role and database, and the settings without which an answer means nothing. */
final class PostgresRoles {
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private PostgresRoles() {}

  static void ensure(Connection superuser, String role, String password, String database)
      throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      if (!exists(superuser, "select 1 from pg_roles where rolname = ?", role)) {
        statement.execute(
            "create role %s login nosuperuser nocreatedb nocreaterole".formatted(role));
      }
      // The password is made of hexadecimal digits only.
      statement.execute("alter role %s password '%s'".formatted(role, password));
      if (!exists(superuser, "select 1 from pg_database where datname = ?", database)) {
        statement.execute("create database %s owner %s".formatted(database, role));
      }
    }
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Refuses a server that may forget what it has acknowledged. */
  static void requireDurable(Connection connection) throws SQLException {
    for (String setting : DURABLE) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("show " + setting)) {
        rows.next();
        String value = rows.getString(1);
        if (!value.equals("on")) {
          throw new UserError.Unavailable(
              "Postgres runs with %s=%s and could lose acknowledged work; set %s=on."
                  .formatted(setting, value, setting),
              null);
        }
      }
    }
  }
}
