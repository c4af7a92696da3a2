package io.keyreel.workflow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SavedFilterStore {
  private static final TypeReference<Map<String, String>> FILTER = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SavedFilterStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<SavedFilter> of(UUID project, UUID user) {
    return jdbc.sql(
            """
            select name, filter::text as filter from saved_filters
            where project_id = :project and user_id = :user order by name
            """)
        .param("project", project)
        .param("user", user)
        .query((row, n) ->
            new SavedFilter(row.getString("name"), json.readValue(row.getString("filter"), FILTER)))
        .list();
  }

  void save(UUID project, UUID user, SavedFilter filter) {
    jdbc.sql(
            """
            insert into saved_filters (project_id, user_id, name, filter, created_at)
            values (:project, :user, :name, :filter::jsonb, now())
            on conflict (project_id, user_id, name) do update set filter = excluded.filter
            """)
        .param("project", project)
        .param("user", user)
        .param("name", filter.name())
        .param("filter", json.writeValueAsString(filter.filter()))
        .update();
  }

  void remove(UUID project, UUID user, String name) {
    jdbc.sql(
            """
            delete from saved_filters
            where project_id = :project and user_id = :user and name = :name
            """)
        .param("project", project)
        .param("user", user)
        .param("name", name)
        .update();
  }
}
