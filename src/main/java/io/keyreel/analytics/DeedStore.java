package io.keyreel.analytics;

import io.keyreel.geometry.Shape;
import io.keyreel.labels.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads people's changes out of the log. */
@Repository
class DeedStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  DeedStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The number of the last of the next changes to look at; {@code after} when there is none. */
  long upTo(UUID labelSet, long after, int limit) {
    return jdbc.sql(
            """
            select coalesce(max(seq), :after) from (
              select seq from changes where label_set_id = :set and seq > :after
              order by seq limit :limit) next
            """)
        .param("set", labelSet)
        .param("after", after)
        .param("limit", limit)
        .query(Long.class)
        .single();
  }

  List<Deed> between(UUID labelSet, long after, long upTo) {
    return jdbc.sql(
            """
            select c.seq, c.kind, c.task_id, c.author, (c.at at time zone 'UTC')::date as day,
                   coalesce(stage_at(c.task_id, c.at), '') as stage,
                   coalesce(k.class_id, '') as class_id, k.track,
                   c.kind in ('keyframe.put', 'keyframe.commit')
                     and not coalesce((c.after->>'draft')::boolean, false) as confirms,
                   c.before is null or coalesce((c.before->>'draft')::boolean, false) as fresh,
                   c.after->>'slot' as slot, (c.after->>'frame')::int as frame,
                   (c.after->>'from')::int as from_frame, (c.after->>'to')::int as to_frame,
                   c.after->>'run' as run, (c.after->>'generation')::bigint as generation
            from changes c
            left join lateral (
              select w.track, coalesce(t.after, t.before)->>'classId' as class_id
              from (select case when c.subject like 'track:%' then substr(c.subject, 7)
                                else coalesce(c.after, c.before)->>'track' end as track) w
              left join changes t
                on t.label_set_id = c.label_set_id and t.subject = 'track:' || w.track
                and t.seq <= c.seq and t.applied and t.op_id is not null
              order by t.seq desc limit 1
            ) k on true
            where c.label_set_id = :set and c.seq > :after and c.seq <= :upTo
              and c.applied and c.op_id is not null and c.author is not null
            order by c.seq
            """)
        .param("set", labelSet)
        .param("after", after)
        .param("upTo", upTo)
        .query(DeedStore::deed)
        .list();
  }

  /** The shape that a change left. */
  Shape shape(UUID labelSet, long seq) {
    return json.readValue(
        jdbc.sql(
                """
                select (after->'shape')::text from changes where label_set_id = :set and seq = :seq
                """)
            .param("set", labelSet)
            .param("seq", seq)
            .query(String.class)
            .single(),
        Shape.class);
  }

  private static Deed deed(ResultSet row, int n) throws SQLException {
    boolean confirms = row.getBoolean("confirms");
    String slot = row.getString("slot");
    UUID task = row.getObject("task_id", UUID.class);
    return new Deed(
        row.getLong("seq"),
        row.getString("kind"),
        task == null ? WorkStore.NO_TASK : task,
        row.getObject("author", UUID.class),
        row.getObject("day", LocalDate.class),
        row.getString("stage"),
        row.getString("class_id"),
        id(row.getString("track")),
        confirms && row.getBoolean("fresh"),
        confirms,
        slot == null ? null : Slot.valueOf(slot),
        row.getInt("frame"),
        row.getInt("from_frame"),
        row.getInt("to_frame"),
        id(row.getString("run")),
        row.getLong("generation"));
  }

  private static @Nullable UUID id(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
