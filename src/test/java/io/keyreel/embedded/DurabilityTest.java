package io.keyreel.embedded;

import static io.keyreel.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.ChildJvm;
import io.keyreel.Drill;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged is there after any kill. The long run: {@code -Dkeyreel.drill.kills=200}.
 */
class DurabilityTest {
  private static final int KILLS = Drill.count(4, 200);

  @TempDir private Path temporary;

  private final Random random = new Random(20_260_101);

  @Test
  void losesNoAcknowledgedRowWhenTheServerOrPostgresIsKilled() throws IOException, SQLException {
    Set<Long> acknowledged = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(writeUntilKilled(kill));
    }

    Set<Long> found = read();

    assertThat(acknowledged).hasSizeGreaterThan(KILLS * 20);
    assertThat(found).containsAll(acknowledged);
  }

  /** Kills the JVM in even rounds, Postgres itself in odd ones: then it has to recover. */
  private Set<Long> writeUntilKilled(int round) throws IOException {
    Path output = temporary.resolve("round-" + round);
    int enough = 20 + random.nextInt(300);
    try (ChildJvm child =
        ChildJvm.start(
            output,
            Map.of(),
            WriteLoop.class,
            temporary.resolve("data").toString(),
            Long.toString(round * 1_000_000L))) {
      assertThat(eventually(() -> rows(child).size() >= enough)).as(child.printed()).isTrue();
      if (round % 2 == 1) {
        ProcessHandle.of(postmaster(child)).orElseThrow().destroyForcibly();
      }
      child.kill();
      return rows(child);
    }
  }

  private static long postmaster(ChildJvm child) {
    return child
        .printed()
        .lines()
        .filter(line -> line.startsWith("postmaster "))
        .mapToLong(line -> Long.parseLong(line.substring("postmaster ".length())))
        .findFirst()
        .orElseThrow();
  }

  private static Set<Long> rows(ChildJvm child) {
    String printed = child.printed();
    return printed
        .substring(0, printed.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> line.startsWith("acknowledged "))
        .map(line -> Long.valueOf(line.substring("acknowledged ".length())))
        .collect(Collectors.toSet());
  }

  private Set<Long> read() throws SQLException {
    try (DataFolder folder = DataFolder.open(temporary.resolve("data"));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select n from written")) {
      Set<Long> found = new HashSet<>();
      while (rows.next()) {
        found.add(rows.getLong(1));
      }
      return found;
    }
  }
}
