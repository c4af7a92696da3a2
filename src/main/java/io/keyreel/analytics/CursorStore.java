package io.keyreel.analytics;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far the read models have followed the label sets. */
@Repository
class CursorStore {
  private final JdbcClient jdbc;

  CursorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How far one label set is followed.
   *
   * @param counted the last change whose figures are in
   */
  record Cursor(UUID labelSet, UUID project, UUID video, long counted) {}

  record Behind(UUID labelSet, UUID project) {}

  /** Label sets with changes that are not counted yet. */
  List<Behind> behind() {
    return jdbc.sql(
            """
            select s.id, s.project_id from label_sets s left join analytics_sets a on a.label_set_id = s.id
            where s.seq > coalesce(a.counted, 0)
            """)
        .query((row, n) -> new Behind(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list();
  }

  /** Holds a cursor until the transaction ends; empty where another worker holds it. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Cursor> hold(UUID labelSet) {
    jdbc.sql(
            """
            insert into analytics_sets (label_set_id, project_id)
            select id, project_id from label_sets where id = :set
            on conflict do nothing
            """)
        .param("set", labelSet)
        .update();
    return jdbc.sql(
            """
            select a.label_set_id, a.project_id, s.video_id, a.counted
            from analytics_sets a join label_sets s on s.id = a.label_set_id
            where a.label_set_id = :set for update of a skip locked
            """)
        .param("set", labelSet)
        .query((row, n) ->
            new Cursor(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getLong(4)))
        .optional();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void counted(UUID labelSet, long seq) {
    jdbc.sql("update analytics_sets set counted = :seq where label_set_id = :set")
        .param("set", labelSet)
        .param("seq", seq)
        .update();
  }
}
