package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AcceptanceStore {
  private static final String COLUMNS =
      """
      select a.id, a.track_id, a.from_frame, a.to_frame, a.run_id, a.generation, a.author, a.at,
             a.version
      from acceptances a
      """;

  private final JdbcClient jdbc;

  AcceptanceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that reach into the range, in the order in which they were given. */
  List<Acceptance> in(UUID labelSet, FrameRange range) {
    return jdbc.sql(
            COLUMNS
                + """
                join tracks t on t.id = a.track_id and not t.deleted
                where a.label_set_id = :set and a.from_frame < :to and a.to_frame > :from
                order by a.at, a.id
                """)
        .param("set", labelSet)
        .param("from", range.from())
        .param("to", range.to())
        .query(AcceptanceStore::acceptance)
        .list();
  }

  Optional<Acceptance> find(UUID labelSet, UUID id) {
    return jdbc.sql(COLUMNS + "where a.id = :id and a.label_set_id = :set")
        .param("id", id)
        .param("set", labelSet)
        .query(AcceptanceStore::acceptance)
        .optional();
  }

  boolean insert(UUID labelSet, Acceptance acceptance) {
    return bind(
                """
                insert into acceptances (id, label_set_id, track_id, from_frame, to_frame, run_id,
                                         generation, author, at, version)
                values (:id, :set, :track, :from, :to, :run, :generation, :author, :at, :version)
                on conflict do nothing
                """,
                acceptance)
            .param("set", labelSet)
            .update()
        == 1;
  }

  boolean update(Acceptance acceptance, long base) {
    return bind(
                """
                update acceptances
                set track_id = :track, from_frame = :from, to_frame = :to, run_id = :run,
                    generation = :generation, author = :author, at = :at, version = :version
                where id = :id and version = :base
                """,
                acceptance)
            .param("base", base)
            .update()
        == 1;
  }

  boolean delete(Acceptance acceptance) {
    return jdbc.sql("delete from acceptances where id = :id and version = :base")
            .param("id", acceptance.id())
            .param("base", acceptance.version())
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec bind(String sql, Acceptance acceptance) {
    return jdbc.sql(sql)
        .param("id", acceptance.id())
        .param("track", acceptance.track())
        .param("from", acceptance.from())
        .param("to", acceptance.to())
        .param("run", acceptance.run())
        .param("generation", acceptance.generation())
        .param("author", acceptance.author())
        .param("at", Timestamp.from(acceptance.at()))
        .param("version", acceptance.version());
  }

  private static Acceptance acceptance(ResultSet row, int n) throws SQLException {
    return new Acceptance(
        row.getObject("id", UUID.class),
        row.getObject("track_id", UUID.class),
        row.getInt("from_frame"),
        row.getInt("to_frame"),
        row.getObject("run_id", UUID.class),
        row.getLong("generation"),
        row.getObject("author", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getLong("version"));
  }
}
