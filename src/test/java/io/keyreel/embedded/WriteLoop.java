package io.keyreel.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A process that commits row after row and prints each number when, and only when, it is committed.
 */
final class WriteLoop {
  private WriteLoop() {}

  public static void main(String[] arguments) throws SQLException {
    long first = Long.parseLong(arguments[1]);
    DataFolder folder = DataFolder.open(Path.of(arguments[0]));
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
    System.out.println("postmaster " + postgres.pid());
    try (Connection connection =
        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("create table if not exists written (n bigint primary key)");
      }
      try (PreparedStatement insert =
          connection.prepareStatement("insert into written values (?)")) {
        for (long n = first; ; n++) {
          insert.setLong(1, n);
          insert.executeUpdate();
          System.out.println("acknowledged " + n);
        }
      }
    }
  }
}
