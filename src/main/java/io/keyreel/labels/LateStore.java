package io.keyreel.labels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

@Repository
class LateStore {
  private static final String COLUMNS =
      """
      select n, op_id, label_set_id, task_id, author, kind, track_id, frame, op::text as op, reason,
             at, state, attempts, outcome, version, decided_by, decided_at, decision
      from late_edits
      """;

  private final JdbcClient jdbc;
  private final Json json;

  LateStore(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What is kept of an edit for the next try: how often it was tried, what version it made. */
  record Kept(LateEdit late, int attempts, @Nullable Long version) {}

  @Transactional(propagation = Propagation.MANDATORY)
  long insert(UUID labelSet, UUID task, UUID author, String kind, Op op, String why, Instant now) {
    JsonNode edit = json.tree(op);
    return jdbc.sql(
            """
            insert into late_edits (op_id, label_set_id, task_id, author, kind, track_id, frame, op,
                                    reason, at)
            values (:op, :set, :task, :author, :kind, :track, :frame, :edit::jsonb, :reason, :at)
            returning n
            """)
        .param("op", op.op())
        .param("set", labelSet)
        .param("task", task)
        .param("author", author)
        .param("kind", kind)
        .param("track", edit.has("track") ? UUID.fromString(edit.path("track").asString()) : null)
        .param("frame", frame(edit).isPresent() ? frame(edit).getAsInt() : null)
        .param("edit", json.write(edit))
        .param("reason", why)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private static OptionalInt frame(JsonNode edit) {
    JsonNode frame = edit.has("frame") ? edit.path("frame") : edit.path("from");
    return frame.isInt() ? OptionalInt.of(frame.intValue()) : OptionalInt.empty();
  }

  Optional<Kept> answered(UUID op) {
    return jdbc.sql(COLUMNS + "where op_id = :op").param("op", op).query(this::kept).optional();
  }

  /** Locks it until the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Kept> lock(long n) {
    return jdbc.sql(COLUMNS + "where n = :n for update").param("n", n).query(this::kept).optional();
  }

  Optional<Kept> find(long n) {
    return jdbc.sql(COLUMNS + "where n = :n").param("n", n).query(this::kept).optional();
  }

  List<LateEdit> ofTask(UUID task, boolean alsoDecided, int limit) {
    return jdbc
        .sql(
            COLUMNS
                + """
                where task_id = :task and (:decided or state = 'OPEN') order by n limit :limit
                """)
        .param("task", task)
        .param("decided", alsoDecided)
        .param("limit", limit)
        .query(this::kept)
        .list()
        .stream()
        .map(Kept::late)
        .toList();
  }

  /** Those of these tasks that have open ones. */
  Set<UUID> withOpen(Collection<UUID> tasks) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct task_id from late_edits
                where task_id = any (:tasks) and state = 'OPEN'
                """)
            .param("tasks", tasks.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  boolean anyOpen(UUID task) {
    return jdbc.sql(
            "select exists (select from late_edits where task_id = :task and state = 'OPEN')")
        .param("task", task)
        .query(Boolean.class)
        .single();
  }

  int open(UUID task, UUID author) {
    return jdbc.sql(
            """
            select count(*) from late_edits
            where task_id = :task and author = :author and state = 'OPEN'
            """)
        .param("task", task)
        .param("author", author)
        .query(Integer.class)
        .single();
  }

  void applied(long n, long version, UUID by, Instant now) {
    jdbc.sql(
            """
            update late_edits set state = 'APPLIED', outcome = null, version = :version,
              decided_by = :by, decided_at = :at
            where n = :n and state = 'OPEN'
            """)
        .param("n", n)
        .param("version", version)
        .param("by", by)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void failed(long n, int attempts, String outcome) {
    jdbc.sql("update late_edits set outcome = :outcome, attempts = :attempts where n = :n")
        .param("n", n)
        .param("outcome", outcome)
        .param("attempts", attempts)
        .update();
  }

  boolean discarded(long n, String reason, UUID by, Instant now) {
    return jdbc.sql(
                """
                update late_edits set state = 'DISCARDED', decision = :reason, decided_by = :by,
                  decided_at = :at
                where n = :n and state = 'OPEN'
                """)
            .param("n", n)
            .param("reason", reason)
            .param("by", by)
            .param("at", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private Kept kept(ResultSet row, int i) throws SQLException {
    OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    LateEdit late =
        new LateEdit(
            row.getLong("n"),
            row.getObject("op_id", UUID.class),
            row.getObject("label_set_id", UUID.class),
            row.getObject("task_id", UUID.class),
            row.getObject("author", UUID.class),
            row.getString("kind"),
            row.getObject("track_id", UUID.class),
            row.getObject("frame", Integer.class),
            json.read(row.getString("op"), JsonNode.class),
            row.getString("reason"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            LateEdit.State.valueOf(row.getString("state")),
            row.getString("outcome"),
            row.getObject("decided_by", UUID.class),
            decided == null ? null : decided.toInstant(),
            row.getString("decision"));
    return new Kept(late, row.getInt("attempts"), row.getObject("version", Long.class));
  }
}
