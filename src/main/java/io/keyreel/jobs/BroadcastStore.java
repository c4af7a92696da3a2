package io.keyreel.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Postgres' NOTIFY and LISTEN on the one channel that all nodes share. */
final class BroadcastStore {
  private static final Logger LOG = LoggerFactory.getLogger(BroadcastStore.class);
  private static final String CHANNEL = "keyreel";

  /** By this name the database's own views show the connection. */
  static final String LISTENER = "keyreel-listen";

  private final JdbcClient jdbc;
  private final DataSource database;

  BroadcastStore(JdbcClient jdbc, DataSource database) {
    this.jdbc = jdbc;
    this.database = database;
  }

  void publish(String message) {
    jdbc.sql("select pg_notify(:channel, :message)")
        .param("channel", CHANNEL)
        .param("message", message)
        .query((row, n) -> n)
        .list();
  }

  /** Holds a connection of its own until closed. */
  Listening listen() {
    try {
      Connection connection = database.getConnection();
      try (Statement statement = connection.createStatement()) {
        connection.setAutoCommit(true);
        statement.execute("set application_name = '%s'".formatted(LISTENER));
        statement.execute("listen " + CHANNEL);
        return new Listening(connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("LISTEN failed", e);
    }
  }

  /** What arrives on the channel from now on. */
  record Listening(Connection connection) implements AutoCloseable {
    /** Waits for messages; none within that time proves that the connection is alive. */
    List<String> next(int waitMillis) {
      try {
        PGNotification[] arrived =
            connection.unwrap(PGConnection.class).getNotifications(waitMillis);
        if (arrived.length == 0 && !connection.isValid(waitMillis / 1000)) {
          throw new SQLException("the connection is dead");
        }
        List<String> messages = new ArrayList<>();
        for (PGNotification notification : arrived) {
          messages.add(notification.getParameter());
        }
        return messages;
      } catch (SQLException e) {
        throw new DataAccessResourceFailureException(e.getMessage(), e);
      }
    }

    @Override
    public void close() {
      try {
        // A pooled connection must not go on listening for somebody else.
        connection.abort(Runnable::run);
        connection.close();
      } catch (SQLException e) {
        LOG.debug("A listening connection was gone already", e);
      }
    }
  }
}
