package io.keyreel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir private Path temporary;

  @Test
  void keepsItsDataItsPortAndItsSecretsOverARestart() throws IOException, SQLException {
    String url;
    try (DataFolder folder = DataFolder.open(temporary);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      url = postgres.jdbcUrl();
      try (Connection connection = connect(postgres);
          Statement statement = connection.createStatement()) {
        statement.execute("create table kept as select 42 as answer");
        assertThat(value(statement, "show fsync")).isEqualTo("on");
        assertThat(value(statement, "show synchronous_commit")).isEqualTo("on");
        assertThat(value(statement, "show full_page_writes")).isEqualTo("on");
        assertThat(value(statement, "show password_encryption")).isEqualTo("scram-sha-256");
        assertThat(value(statement, "select rolsuper from pg_roles where rolname = current_user"))
            .isEqualTo("f");
      }
      assertThat(PosixFilePermissions.toString(permissionsOf("postgres/keyreel.secret")))
          .isEqualTo("rw-------");
    }
    try (DataFolder folder = DataFolder.open(temporary);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      assertThat(postgres.jdbcUrl()).isEqualTo(url);
      assertThat(value(statement, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void refusesAnswersThatMayBeForgotten() throws SQLException {
    try (DataFolder folder = DataFolder.open(temporary);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = off");

      assertThatThrownBy(() -> PostgresRoles.requireDurable(connection))
          .isInstanceOf(UserError.Unavailable.class)
          .hasMessageContaining("synchronous_commit=off");
    }
  }

  @Test
  void letsInNobodyWithoutThePassword() {
    try (DataFolder folder = DataFolder.open(temporary);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void holdsItsFolderAgainstASecondServer() {
    try (DataFolder held = DataFolder.open(temporary)) {
      assertThatThrownBy(() -> DataFolder.open(temporary))
          .isInstanceOf(UserError.Unavailable.class)
          .hasMessageContaining("in use by another Keyreel server");
      assertThat(held.path()).isEqualTo(temporary);
    }
  }

  private Set<PosixFilePermission> permissionsOf(String file) throws IOException {
    return Files.getPosixFilePermissions(temporary.resolve(file));
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  private static String value(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
