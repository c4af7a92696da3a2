package io.keyreel.workflow;

import io.keyreel.kernel.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class GoldStore {
  private final JdbcClient jdbc;

  GoldStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<GoldRules> rules(UUID project) {
    return jdbc.sql("select share, threshold from gold_rules where project_id = :project")
        .param("project", project)
        .query((row, n) -> new GoldRules(row.getInt("share"), row.getDouble("threshold")))
        .optional();
  }

  void save(UUID project, GoldRules rules) {
    jdbc.sql(
            """
            insert into gold_rules (project_id, share, threshold)
            values (:project, :share, :threshold)
            on conflict (project_id) do update set
              share = excluded.share, threshold = excluded.threshold
            """)
        .param("project", project)
        .param("share", rules.share())
        .param("threshold", rules.threshold())
        .update();
  }

  void mark(UUID project, UUID task, UUID author, Instant now) {
    jdbc.sql(
            """
            insert into gold_spans (id, project_id, task_id, author, created_at)
            values (:id, :project, :task, :author, :now)
            on conflict (task_id) do update set ended_at = null
            """)
        .param("id", Ids.next())
        .param("project", project)
        .param("task", task)
        .param("author", author)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void end(UUID task, Instant now) {
    jdbc.sql("update gold_spans set ended_at = :now where task_id = :task and ended_at is null")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("task", task)
        .update();
  }

  List<UUID> marked(UUID project) {
    return jdbc.sql(
            """
            select task_id from gold_spans where project_id = :project and ended_at is null
            order by created_at
            """)
        .param("project", project)
        .query(UUID.class)
        .list();
  }

  /** How many tasks somebody has taken, and how many of them were gold. */
  record Taken(int all, int gold) {}

  Taken taken(UUID project, UUID user) {
    return jdbc.sql(
            """
            select count(*), count(*) filter (where gold_id is not null) from tasks
            where project_id = :project and labeler = :user
            """)
        .param("project", project)
        .param("user", user)
        .query((row, n) -> new Taken(row.getInt(1), row.getInt(2)))
        .single();
  }

  /** A gold span that this person has not had, and did not label or review themselves. */
  Optional<UUID> unseen(UUID project, UUID user) {
    return jdbc.sql(
            """
            select g.id from gold_spans g join tasks t on t.id = g.task_id
            where g.project_id = :project and g.ended_at is null and t.state = 'APPROVED'
              and t.labeler is distinct from :user and t.reviewer is distinct from :user
              and not exists (select from tasks x where x.gold_id = g.id and x.labeler = :user)
            order by g.created_at limit 1
            """)
        .param("project", project)
        .param("user", user)
        .query(UUID.class)
        .optional();
  }

  /** A task over the frames of a gold span, with labels of its own. */
  @Transactional(propagation = Propagation.MANDATORY)
  UUID insert(UUID gold, UUID known, UUID labels, Stage first, Instant now) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into tasks (id, project_id, video_id, label_set_id, from_frame, to_frame,
              workflow_version, stage, stage_kind, state, parent_id, gold_id, created_at, updated_at)
            select :id, t.project_id, t.video_id, :labels, t.from_frame, t.to_frame,
              t.workflow_version, :stage, 'LABEL', 'OPEN', :known, g.id, :now, :now
            from gold_spans g join tasks t on t.id = g.task_id where g.id = :gold
            """)
        .param("id", id)
        .param("labels", labels)
        .param("stage", first.id())
        .param("gold", gold)
        .param("known", known)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  /** What a task is measured against. */
  record Gold(UUID id, UUID task, UUID author) {}

  Optional<Gold> goldOf(UUID task) {
    return jdbc.sql(
            """
            select g.id, g.task_id, g.author from tasks t join gold_spans g on g.id = t.gold_id
            where t.id = :task
            """)
        .param("task", task)
        .query((row, n) ->
            new Gold(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("author", UUID.class)))
        .optional();
  }

  boolean scored(UUID task, int round) {
    return jdbc.sql(
            "select exists (select from gold_scores where task_id = :task and round = :round)")
        .param("task", task)
        .param("round", round)
        .query(Boolean.class)
        .single();
  }

  UUID taskOf(UUID gold) {
    return jdbc.sql("select task_id from gold_spans where id = :id")
        .param("id", gold)
        .query(UUID.class)
        .single();
  }

  void score(UUID gold, Task task, @Nullable UUID user, @Nullable String engine, GoldScore score) {
    jdbc.sql(
            """
            insert into gold_scores
              (id, gold_id, task_id, user_id, engine, j, f, shapes, round, at)
            values (:id, :gold, :task, :user, :engine, :j, :f, :shapes, :round, :at)
            """)
        .param("id", Ids.next())
        .param("gold", gold)
        .param("task", task.id())
        .param("user", user)
        .param("engine", engine)
        .param("j", score.j())
        .param("f", score.f())
        .param("shapes", score.shapes())
        .param("round", task.round())
        .param("at", score.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<GoldScore> scores(UUID project) {
    return jdbc.sql(
            """
            select s.*, u.name from gold_scores s
            join gold_spans g on g.id = s.gold_id left join users u on u.id = s.user_id
            where g.project_id = :project order by s.at desc limit 1000
            """)
        .param("project", project)
        .query((row, n) -> {
          UUID user = row.getObject("user_id", UUID.class);
          return new GoldScore(
              row.getObject("task_id", UUID.class),
              user == null ? null : new Person(user, row.getString("name")),
              row.getString("engine"),
              row.getDouble("j"),
              row.getDouble("f"),
              row.getInt("shapes"),
              row.getInt("round"),
              row.getObject("at", OffsetDateTime.class).toInstant());
        })
        .list();
  }
}
