package io.keyreel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KeyreelTest
class AuditTest {
  private static final int TAMPERINGS = 200;

  @Autowired private ApplicationContext context;
  @Autowired private Audit audit;
  @Autowired private AuditStore store;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private User admin;

  @BeforeEach
  void prepare() {
    admin = new TestPeople(context).siteAdmin();
  }

  @Test
  void keepsOneChainUnderManyWriters() throws Exception {
    List<Future<?>> writers = new ArrayList<>();
    long before = count();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        writers.add(pool.submit(() -> record("drill")));
      }
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    assertThat(count() - before).isEqualTo(40);
    assertThat(audit.verify(admin)).isEmpty();
  }

  @Test
  void whatIsRolledBackLeavesNoEntry() {
    long before = count();
    transaction.executeWithoutResult(status -> {
      audit.record(admin, "drill", "user:" + admin.id(), null, Map.of());
      status.setRollbackOnly();
    });
    assertThat(count()).isEqualTo(before);
    assertThat(audit.verify(admin)).isEmpty();
  }

  @Test
  void refusesAnEntryWithoutATransaction() {
    assertThatThrownBy(() -> audit.record(admin, "drill", "user:1", null, Map.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theDatabaseRefusesToChangeOrDeleteEntries() {
    record("drill");
    for (String change :
        List.of("update audit set action = 'x'", "delete from audit", "truncate audit")) {
      assertThatThrownBy(() -> jdbc.sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("insert-only");
    }
  }

  @Test
  void findsEveryTampering() {
    for (int i = 0; i < 20; i++) {
      record("drill " + i);
    }
    Random random = new Random(7);
    for (int i = 0; i < TAMPERINGS; i++) {
      String change = tampering(random);
      List<AuditFlaw> found =
          transaction.execute(status -> {
            // Only who owns the table can do this; the drill undoes it at once.
            jdbc.sql("alter table audit disable trigger audit_insert_only").update();
            assertThat(jdbc.sql(change).update()).as(change).isPositive();
            List<AuditFlaw> flaws = store.flaws(10);
            status.setRollbackOnly();
            return flaws;
          });
      assertThat(found).as(change).isNotEmpty();
    }
    assertThat(audit.verify(admin)).isEmpty();
  }

  private String tampering(Random random) {
    long last = count();
    long number = 1 + random.nextLong(last);
    String where = " where number = " + number;
    return switch (random.nextInt(8)) {
      case 0 -> "update audit set at = at + interval '1 microsecond'" + where;
      case 1 ->
          "update audit set actor = case when actor is null then '%s'::uuid end"
                  .formatted(admin.id())
              + where;
      case 2 -> "update audit set action = action || 'x'" + where;
      case 3 -> "update audit set subject = subject || 'x'" + where;
      case 4 -> "update audit set detail = detail || '{\"x\": 1}'" + where;
      case 5 -> "delete from audit" + where;
      case 6 -> "delete from audit where number > " + (number - 1);
      default -> "update audit set hash = sha256(hash)" + where;
    };
  }

  private void record(String action) {
    transaction.executeWithoutResult(
        status -> audit.record(admin, action, "user:" + admin.id(), null, Map.of("n", 1)));
  }

  private long count() {
    return jdbc.sql("select coalesce(max(number), 0) from audit").query(Long.class).single();
  }
}
