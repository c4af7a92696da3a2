package io.keyreel.labels;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OntologyStore {
  private final JdbcClient jdbc;
  private final Json json;

  OntologyStore(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Ontology> current(UUID project) {
    return jdbc.sql(
            """
            select body::text from ontologies where project_id = :project
            order by version desc limit 1
            """)
        .param("project", project)
        .query((row, n) -> json.read(row.getString(1), Ontology.class))
        .optional();
  }

  Optional<Ontology> find(UUID project, int version) {
    return jdbc.sql(
            "select body::text from ontologies where project_id = :project and version = :version")
        .param("project", project)
        .param("version", version)
        .query((row, n) -> json.read(row.getString(1), Ontology.class))
        .optional();
  }

  boolean insert(UUID project, Ontology ontology, UUID author, Instant now) {
    return jdbc.sql(
                """
                insert into ontologies (project_id, version, body, author, created_at)
                values (:project, :version, :body::jsonb, :author, :now)
                on conflict do nothing
                """)
            .param("project", project)
            .param("version", ontology.version())
            .param("body", json.write(ontology))
            .param("author", author)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }
}
