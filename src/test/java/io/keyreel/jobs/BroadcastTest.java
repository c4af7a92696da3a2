package io.keyreel.jobs;

import static io.keyreel.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.kernel.Ids;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KeyreelTest
class BroadcastTest {
  @Autowired private Broadcast broadcast;
  @Autowired private TransactionTemplate transactions;
  @Autowired private JdbcClient jdbc;

  private final String topic = "test:" + Ids.next();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void deliversAfterTheCommitOnlyAndInOrder() {
    try (Subscription listening = broadcast.subscribe(topic, heard::add)) {
      transactions.executeWithoutResult(status -> {
        broadcast.publish(topic, "lost");
        status.setRollbackOnly();
      });
      transactions.executeWithoutResult(status -> {
        broadcast.publish(topic, "first");
        broadcast.publish(topic, "second");
      });
      broadcast.publish(topic, "third");

      assertThat(eventually(() -> heard.size() == 3)).isTrue();
      assertThat(heard).containsExactly("first", "second", "third");
    }
  }

  @Test
  void refusesAMessageThatIsTooLong() {
    assertThatThrownBy(() -> broadcast.publish(topic, "x".repeat(7_600)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too long");
  }

  @Test
  void asksListenersToLookForThemselvesAfterTheConnectionWasLost() {
    try (Subscription listening = broadcast.subscribe(topic, heard::add)) {
      jdbc.sql(
              """
              select pg_terminate_backend(pid) from pg_stat_activity
              where usename = current_user and application_name = :name
              """)
          .param("name", BroadcastStore.LISTENER)
          .query(Boolean.class)
          .list();

      assertThat(eventually(() -> heard.contains(Broadcast.RESYNC))).isTrue();
      broadcast.publish(topic, "back");
      assertThat(eventually(() -> heard.contains("back"))).isTrue();
    }
  }
}
