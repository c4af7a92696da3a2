package io.keyreel.workflow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GuidelineStore {
  private final JdbcClient jdbc;

  GuidelineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Written(int version, String markdown) {}

  Optional<Written> current(UUID project) {
    return jdbc.sql(
            """
            select version, markdown from guidelines
            where project_id = :project order by version desc limit 1
            """)
        .param("project", project)
        .query((row, n) -> new Written(row.getInt(1), row.getString(2)))
        .optional();
  }

  /** False when somebody else wrote this version first. */
  boolean insert(UUID project, int version, String markdown, UUID author, Instant now) {
    return jdbc.sql(
                """
                insert into guidelines (project_id, version, markdown, author, created_at)
                values (:project, :version, :markdown, :author, :now) on conflict do nothing
                """)
            .param("project", project)
            .param("version", version)
            .param("markdown", markdown)
            .param("author", author)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<List<String>> reasons(UUID project) {
    return jdbc.sql("select reasons from return_reasons where project_id = :project")
        .param("project", project)
        .query((row, n) -> Arrays.asList((String[]) row.getArray(1).getArray()))
        .optional();
  }

  void saveReasons(UUID project, List<String> reasons) {
    jdbc.sql(
            """
            insert into return_reasons (project_id, reasons) values (:project, :reasons)
            on conflict (project_id) do update set reasons = excluded.reasons
            """)
        .param("project", project)
        .param("reasons", reasons.toArray(String[]::new))
        .update();
  }
}
