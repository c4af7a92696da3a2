package io.keyreel.labels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TagStore implements Versioned.Store<ClipTag> {
  private static final String COLUMNS =
      """
      select t.id, t.class_id, t.value::text as value, t.version, t.author, t.updated_at
      from tags t
      """;

  private final JdbcClient jdbc;
  private final Json json;

  TagStore(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What is said of the whole clip. */
  List<ClipTag> ofClip(UUID labelSet) {
    return jdbc.sql(
            COLUMNS + "where t.label_set_id = :set and t.scope = 'CLIP' order by t.class_id, t.id")
        .param("set", labelSet)
        .query(this::tag)
        .list();
  }

  @Override
  public Optional<ClipTag> find(UUID labelSet, UUID id) {
    return jdbc.sql(COLUMNS + "where t.id = :id and t.label_set_id = :set")
        .param("id", id)
        .param("set", labelSet)
        .query(this::tag)
        .optional();
  }

  @Override
  public boolean insert(UUID labelSet, ClipTag tag) {
    return bind(
                """
                insert into tags (id, label_set_id, scope, class_id, value, version, author,
                                  updated_at)
                values (:id, :set, 'CLIP', :class, :value::jsonb, :version, :author, :at)
                on conflict do nothing
                """,
                tag)
            .param("set", labelSet)
            .update()
        == 1;
  }

  @Override
  public boolean update(ClipTag tag, long base) {
    return bind(
                """
                update tags
                set class_id = :class, value = :value::jsonb, version = :version,
                    author = :author, updated_at = :at
                where id = :id and version = :base
                """,
                tag)
            .param("base", base)
            .update()
        == 1;
  }

  @Override
  public boolean delete(ClipTag tag) {
    return jdbc.sql("delete from tags where id = :id and version = :base")
            .param("id", tag.id())
            .param("base", tag.version())
            .update()
        == 1;
  }

  @Override
  public long version(ClipTag stands) {
    return stands.version();
  }

  private JdbcClient.StatementSpec bind(String sql, ClipTag tag) {
    return jdbc.sql(sql)
        .param("id", tag.id())
        .param("class", tag.classId())
        .param("value", json.write(tag.value()))
        .param("version", tag.version())
        .param("author", tag.author())
        .param("at", Timestamp.from(tag.updatedAt()));
  }

  private ClipTag tag(ResultSet row, int n) throws SQLException {
    return new ClipTag(
        row.getObject("id", UUID.class),
        row.getString("class_id"),
        json.map(row.getString("value")),
        row.getLong("version"),
        row.getObject("author", UUID.class),
        row.getTimestamp("updated_at").toInstant());
  }
}
