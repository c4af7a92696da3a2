package io.keyreel.labels;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a project's labels use its classes; deleted tracks aside. */
@Repository
class OntologyUseStore {
  private final JdbcClient jdbc;

  OntologyUseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A track of a class, and the labels it is in. */
  record Used(UUID labelSet, UUID track) {}

  List<Used> tracks(UUID project, String classId) {
    return jdbc.sql(
            """
            select t.label_set_id, t.id from tracks t join label_sets s on s.id = t.label_set_id
            where s.project_id = :project and not t.deleted and t.class_id = :class
            order by t.label_set_id, t.number
            """)
        .param("project", project)
        .param("class", classId)
        .query((row, n) -> new Used(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list();
  }

  /** The values that tracks of a class have for an attribute, as text, each once. */
  List<String> values(UUID project, String classId, String attribute) {
    return jdbc.sql(
            """
            with mine as (
              select t.id, t.attributes from tracks t join label_sets s on s.id = t.label_set_id
              where s.project_id = :project and not t.deleted and t.class_id = :class)
            select distinct value from (
              select attributes ->> :attribute as value from mine
              union all
              select k.attributes ->> :attribute from track_states k join mine m on m.id = k.track_id
            ) given where value is not null and value <> ''
            order by 1 limit 200
            """)
        .param("project", project)
        .param("class", classId)
        .param("attribute", attribute)
        .query(String.class)
        .list();
  }

  /** How many tracks of a class have no value for an attribute, themselves or on any frame. */
  int lacking(UUID project, String classId, String attribute) {
    return jdbc.sql(
            """
            select count(*) from tracks t join label_sets s on s.id = t.label_set_id
            where s.project_id = :project and not t.deleted and t.class_id = :class
              and coalesce(t.attributes ->> :attribute, '') = ''
              and not exists (select from track_states k where k.track_id = t.id
                and coalesce(k.attributes ->> :attribute, '') <> '')
            """)
        .param("project", project)
        .param("class", classId)
        .param("attribute", attribute)
        .query(Integer.class)
        .single();
  }

  int events(UUID project, String classId) {
    return count(
        """
        select count(*) from events e join label_sets s on s.id = e.label_set_id
        where s.project_id = :project and e.class_id = :class
        """,
        project,
        classId);
  }

  int tags(UUID project, String classId) {
    return count(
        """
        select count(*) from tags g join label_sets s on s.id = g.label_set_id
        where s.project_id = :project and g.class_id = :class
        """,
        project,
        classId);
  }

  private int count(String sql, UUID project, String classId) {
    return jdbc.sql(sql)
        .param("project", project)
        .param("class", classId)
        .query(Integer.class)
        .single();
  }
}
