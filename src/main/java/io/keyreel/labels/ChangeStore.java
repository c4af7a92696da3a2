package io.keyreel.labels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChangeStore {
  private static final String COLUMNS =
      """
      select seq, op_id, task_id, kind, subject, before::text as before, after::text as after,
             applied, change_group, author, at
      from changes
      """;

  private final JdbcClient jdbc;
  private final Json json;

  ChangeStore(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(UUID labelSet, Change change, @Nullable Long base, @Nullable Outcome outcome) {
    jdbc.sql(
            """
            insert into changes (label_set_id, seq, op_id, task_id, kind, subject, base_version,
                                 before, after, outcome, applied, change_group, author, at)
            values (:set, :seq, :op, :task, :kind, :subject, :base,
                    :before::jsonb, :after::jsonb, :outcome::jsonb, :applied, :group, :author, :at)
            """)
        .param("set", labelSet)
        .param("seq", change.seq())
        .param("op", change.op())
        .param("task", change.task())
        .param("kind", change.kind())
        .param("subject", change.subject())
        .param("base", base)
        .param("before", json.writeNullable(change.before()))
        .param("after", json.writeNullable(change.after()))
        .param("outcome", outcome == null ? "{}" : json.write(outcome))
        .param("applied", change.applied())
        .param("group", change.group())
        .param("author", change.author())
        .param("at", Timestamp.from(change.at()))
        .update();
  }

  /** What was answered to an operation, and in which label set. */
  Optional<Answered> answered(UUID op) {
    return jdbc.sql("select label_set_id, outcome::text as outcome from changes where op_id = :op")
        .param("op", op)
        .query((row, n) ->
            new Answered(
                row.getObject("label_set_id", UUID.class),
                json.read(row.getString("outcome"), Outcome.class)))
        .optional();
  }

  record Answered(UUID labelSet, Outcome outcome) {}

  /** The last version a subject had, also if it is gone; 0 when it never was. */
  long lastVersion(UUID labelSet, String subject) {
    return jdbc.sql(
            """
            select coalesce(max((outcome->>'version')::bigint), 0) from changes
            where label_set_id = :set and subject = :subject and applied
            """)
        .param("set", labelSet)
        .param("subject", subject)
        .query(Long.class)
        .single();
  }

  List<Change> after(UUID labelSet, long seq, int limit) {
    return jdbc.sql(
            COLUMNS
                + "where label_set_id = :set and seq > :seq and applied order by seq limit :limit")
        .param("set", labelSet)
        .param("seq", seq)
        .param("limit", limit)
        .query(this::change)
        .list();
  }

  List<Change> before(UUID labelSet, long seq, int limit) {
    return jdbc.sql(
            COLUMNS + "where label_set_id = :set and seq < :seq order by seq desc limit :limit")
        .param("set", labelSet)
        .param("seq", seq)
        .param("limit", limit)
        .query(this::change)
        .list();
  }

  /**
   * The first change of each edited subject after a point: its {@code before} held at that point.
   */
  List<Change> firstAfter(UUID labelSet, long seq) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (subject) seq, op_id, task_id, kind, subject,
                     before::text as before, after::text as after, applied, change_group, author, at
              from changes
              where label_set_id = :set and seq > :seq and applied and op_id is not null
              order by subject, seq
            ) first order by seq desc
            """)
        .param("set", labelSet)
        .param("seq", seq)
        .query(this::change)
        .list();
  }

  private Change change(ResultSet row, int n) throws SQLException {
    return new Change(
        row.getLong("seq"),
        row.getObject("op_id", UUID.class),
        row.getObject("task_id", UUID.class),
        row.getString("kind"),
        row.getString("subject"),
        json.parse(row.getString("before")),
        json.parse(row.getString("after")),
        row.getBoolean("applied"),
        row.getObject("change_group", UUID.class),
        row.getObject("author", UUID.class),
        row.getTimestamp("at").toInstant());
  }
}
