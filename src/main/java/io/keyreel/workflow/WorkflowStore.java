package io.keyreel.workflow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class WorkflowStore {
  private static final TypeReference<List<Stage>> STAGES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  WorkflowStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Workflow> current(UUID project) {
    return jdbc.sql(
            """
            select version, stages::text from workflows
            where project_id = :project order by version desc limit 1
            """)
        .param("project", project)
        .query((row, n) -> new Workflow(row.getInt(1), stages(row.getString(2))))
        .optional();
  }

  /** False when somebody else made this version first. */
  boolean insert(UUID project, Workflow workflow, @Nullable UUID author, Instant now) {
    return jdbc.sql(
                """
                insert into workflows (project_id, version, stages, author, created_at)
                values (:project, :version, :stages::jsonb, :author, :now)
                on conflict do nothing
                """)
            .param("project", project)
            .param("version", workflow.version())
            .param("stages", json.writeValueAsString(workflow.stages()))
            .param("author", author)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  List<Stage> stages(String text) {
    return json.readValue(text, STAGES);
  }
}
