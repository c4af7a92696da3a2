package io.keyreel.analytics;

import io.keyreel.access.User;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and an engine scored on known labels; how that is measured is tested apart. */
final class SimGold {
  private SimGold() {}

  static void score(JdbcClient jdbc, Random chance, List<UUID> people, User lead) {
    jdbc.sql(
            """
            insert into gold_spans (id, project_id, task_id, author, created_at)
            select gen_random_uuid(), project_id, id, ?, created_at from tasks
            where state = 'APPROVED' order by id limit 5
            """)
        .params(lead.id())
        .update();
    List<UUID> spans = jdbc.sql("select id from gold_spans order by id").query(UUID.class).list();
    for (int i = 0; i < 40; i++) {
      UUID user = i % 4 == 0 ? null : people.get(chance.nextInt(people.size()));
      List<@Nullable Object> score =
          Arrays.asList(
              user,
              user == null ? "simulated" : null,
              chance.nextDouble(),
              chance.nextDouble(),
              1 + chance.nextInt(90),
              Fortnight.FIRST.plus(Duration.ofHours(chance.nextInt(70))).atOffset(ZoneOffset.UTC));
      jdbc.sql("insert into simulated_gold values (?, ?, ?, ?, ?, ?)").params(score).update();
      jdbc.sql(
              """
              insert into gold_scores (id, gold_id, task_id, round, user_id, engine, j, f, shapes, at)
              select gen_random_uuid(), id, task_id, 1, ?, ?, ?, ?, ?, ? from gold_spans where id = ?
              """)
          .params(score)
          .param(spans.get(chance.nextInt(spans.size())))
          .update();
    }
  }
}
