package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CoverageStore {
  private final JdbcClient jdbc;

  CoverageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes what one person adds to one label set serial until the transaction ends. */
  void lock(UUID labelSet, UUID author) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))::text")
        .param("key", "coverage:" + labelSet + author)
        .query(String.class)
        .optional();
  }

  List<FrameRange> seen(UUID labelSet, UUID author) {
    return jdbc.sql(
            """
            select from_frame, to_frame from coverage
            where label_set_id = :set and author = :author and state = 'SEEN' and class_id = ''
            order by from_frame
            """)
        .param("set", labelSet)
        .param("author", author)
        .query((row, n) -> new FrameRange(row.getInt(1), row.getInt(2)))
        .list();
  }

  /** By label set, in no order. */
  Map<UUID, List<FrameRange>> seenByAnyone(Collection<UUID> labelSets) {
    Map<UUID, List<FrameRange>> seen = new HashMap<>();
    jdbc.sql(
            """
            select label_set_id, from_frame, to_frame from coverage
            where label_set_id = any (:sets) and state = 'SEEN' and class_id = ''
            """)
        .param("sets", labelSets.toArray(UUID[]::new))
        .query(row -> {
          seen.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
              .add(new FrameRange(row.getInt(2), row.getInt(3)));
        });
    return seen;
  }

  List<FrameRange> seenByAnyone(UUID labelSet) {
    return jdbc.sql(
            """
            select from_frame, to_frame from coverage
            where label_set_id = :set and state = 'SEEN' and class_id = ''
            order by from_frame
            """)
        .param("set", labelSet)
        .query((row, n) -> new FrameRange(row.getInt(1), row.getInt(2)))
        .list();
  }

  void replaceSeen(UUID labelSet, UUID author, List<FrameRange> ranges, Instant now) {
    jdbc.sql(
            """
            delete from coverage
            where label_set_id = :set and author = :author and state = 'SEEN' and class_id = ''
            """)
        .param("set", labelSet)
        .param("author", author)
        .update();
    jdbc.sql(
            """
            insert into coverage (label_set_id, from_frame, to_frame, state, author, at)
            select :set, r.from_frame, r.to_frame, 'SEEN', :author, :now
            from unnest(:froms::int[], :tos::int[]) as r (from_frame, to_frame)
            """)
        .param("set", labelSet)
        .param("author", author)
        .param("now", Timestamp.from(now))
        .param("froms", literal(ranges.stream().map(FrameRange::from).toList()))
        .param("tos", literal(ranges.stream().map(FrameRange::to).toList()))
        .update();
  }

  private static String literal(List<Integer> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
