package io.keyreel.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ProjectStore {
  private static final String COLUMNS =
      """
      select p.id, p.name, p.description, p.template, p.settings, p.version, p.created_at
      from projects p
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ProjectStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Project> find(UUID id) {
    return jdbc.sql(COLUMNS + "where p.id = ? and p.archived_at is null")
        .param(id)
        .query((rs, i) -> project(rs))
        .optional();
  }

  List<Project> all() {
    return jdbc.sql(COLUMNS + "where p.archived_at is null order by p.name, p.created_at")
        .query((rs, i) -> project(rs))
        .list();
  }

  List<Project> ofMember(UUID user) {
    return jdbc.sql(
            COLUMNS
                + """
                join memberships m on m.project_id = p.id
                where m.user_id = ? and p.archived_at is null
                order by p.name, p.created_at
                """)
        .param(user)
        .query((rs, i) -> project(rs))
        .list();
  }

  void insert(Project project, UUID by) {
    jdbc.sql(
            """
            insert into projects
              (id, name, description, template, settings, version, created_by, created_at)
            values (:id, :name, :description, :template, :settings::jsonb, :version, :by, :at)
            """)
        .param("id", project.id())
        .param("name", project.name())
        .param("description", project.description())
        .param("template", project.template())
        .param("settings", json.writeValueAsString(project.settings()))
        .param("version", project.version())
        .param("by", by)
        .param("at", project.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** False when the project is no longer at {@code version}. */
  boolean update(Project project, long version) {
    return jdbc.sql(
                """
                update projects
                set name = :name, description = :description, settings = :settings::jsonb,
                    version = version + 1
                where id = :id and version = :version and archived_at is null
                """)
            .param("name", project.name())
            .param("description", project.description())
            .param("settings", json.writeValueAsString(project.settings()))
            .param("id", project.id())
            .param("version", version)
            .update()
        == 1;
  }

  void archive(UUID id, Instant at) {
    jdbc.sql("update projects set archived_at = ?, version = version + 1 where id = ?")
        .params(at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  private Project project(ResultSet rs) throws SQLException {
    return new Project(
        rs.getObject("id", UUID.class),
        rs.getString("name"),
        rs.getString("description"),
        rs.getString("template"),
        json.readValue(rs.getString("settings"), ProjectSettings.class),
        rs.getLong("version"),
        rs.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
