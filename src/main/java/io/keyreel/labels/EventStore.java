package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EventStore implements Versioned.Store<EventSegment> {
  private static final String COLUMNS =
      """
      select e.id, e.class_id, e.from_frame, e.to_frame, e.attributes::text as attributes,
             e.participants::text as participants, e.version, e.author, e.updated_at
      from events e
      """;

  private final JdbcClient jdbc;
  private final Json json;

  EventStore(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Those that reach into the range, the earliest first. */
  List<EventSegment> in(UUID labelSet, FrameRange range) {
    return jdbc.sql(
            COLUMNS
                + """
                where e.label_set_id = :set and e.from_frame < :to and e.to_frame > :from
                order by e.from_frame, e.id
                """)
        .param("set", labelSet)
        .param("from", range.from())
        .param("to", range.to())
        .query(this::event)
        .list();
  }

  @Override
  public Optional<EventSegment> find(UUID labelSet, UUID id) {
    return jdbc.sql(COLUMNS + "where e.id = :id and e.label_set_id = :set")
        .param("id", id)
        .param("set", labelSet)
        .query(this::event)
        .optional();
  }

  @Override
  public boolean insert(UUID labelSet, EventSegment event) {
    return bind(
                """
                insert into events (id, label_set_id, class_id, from_frame, to_frame, attributes,
                                    participants, version, author, updated_at)
                values (:id, :set, :class, :from, :to, :attributes::jsonb,
                        :participants::jsonb, :version, :author, :at)
                on conflict do nothing
                """,
                event)
            .param("set", labelSet)
            .update()
        == 1;
  }

  @Override
  public boolean update(EventSegment event, long base) {
    return bind(
                """
                update events
                set class_id = :class, from_frame = :from, to_frame = :to,
                    attributes = :attributes::jsonb, participants = :participants::jsonb,
                    version = :version, author = :author, updated_at = :at
                where id = :id and version = :base
                """,
                event)
            .param("base", base)
            .update()
        == 1;
  }

  @Override
  public boolean delete(EventSegment event) {
    return jdbc.sql("delete from events where id = :id and version = :base")
            .param("id", event.id())
            .param("base", event.version())
            .update()
        == 1;
  }

  @Override
  public long version(EventSegment stands) {
    return stands.version();
  }

  private JdbcClient.StatementSpec bind(String sql, EventSegment event) {
    return jdbc.sql(sql)
        .param("id", event.id())
        .param("class", event.classId())
        .param("from", event.from())
        .param("to", event.to())
        .param("attributes", json.write(event.attributes()))
        .param("participants", json.write(event.participants()))
        .param("version", event.version())
        .param("author", event.author())
        .param("at", Timestamp.from(event.updatedAt()));
  }

  private EventSegment event(ResultSet row, int n) throws SQLException {
    return new EventSegment(
        row.getObject("id", UUID.class),
        row.getString("class_id"),
        row.getInt("from_frame"),
        row.getInt("to_frame"),
        json.map(row.getString("attributes")),
        Arrays.asList(json.read(row.getString("participants"), UUID[].class)),
        row.getLong("version"),
        row.getObject("author", UUID.class),
        row.getTimestamp("updated_at").toInstant());
  }
}
