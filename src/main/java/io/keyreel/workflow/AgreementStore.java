package io.keyreel.workflow;

import io.keyreel.kernel.Ids;
import io.keyreel.workflow.AgreementMeasure.Measured;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class AgreementStore {
  private final JdbcClient jdbc;

  AgreementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps what was measured of a round, once. */
  @Transactional(propagation = Propagation.MANDATORY)
  void save(Task task, int round, String kind, Measured measured, Instant now) {
    UUID id = Ids.next();
    int fresh =
        jdbc.sql(
                """
                insert into agreements (id, project_id, task_id, round, kind, jf, at)
                values (:id, :project, :task, :round, :kind, :jf, :at)
                on conflict (task_id, round) do nothing
                """)
            .param("id", id)
            .param("project", task.project())
            .param("task", task.id())
            .param("round", round)
            .param("kind", kind)
            .param("jf", measured.jf())
            .param("at", now.atOffset(ZoneOffset.UTC))
            .update();
    if (fresh == 1) {
      parts(id, measured);
    }
  }

  private void parts(UUID id, Measured measured) {
    measured
        .pairs()
        .forEach(pair ->
            jdbc.sql("insert into agreement_pairs values (?, ?, ?, ?, ?, ?, ?)")
                .param(1, id)
                .param(2, pair.a())
                .param(3, pair.b(), Types.OTHER)
                .param(4, pair.classId())
                .param(5, pair.shapes())
                .param(6, pair.j())
                .param(7, pair.f())
                .update());
    measured
        .classes()
        .forEach(named ->
            jdbc.sql("insert into agreement_classes values (?, ?, ?, ?, ?, ?, ?)")
                .param(1, id)
                .param(2, named.a())
                .param(3, named.b(), Types.OTHER)
                .param(4, named.classA())
                .param(5, named.classB())
                .param(6, named.tracks())
                .param(7, named.shapes())
                .update());
    measured
        .events()
        .forEach(event ->
            jdbc.sql("insert into agreement_events values (?, ?, ?, ?, ?)")
                .params(id, event.classId(), event.yes(), event.no(), event.apart())
                .update());
    jdbc.sql(
            """
            insert into agreement_frames
            select :id, * from unnest(:frames::int[], :values::real[])
            """)
        .param("id", id)
        .param("frames", measured.frames().keySet().toArray(Integer[]::new))
        .param(
            "values",
            measured.frames().values().stream().map(Double::floatValue).toArray(Float[]::new))
        .update();
  }

  /** Who set the rules that a task goes by, or made its project. */
  Optional<UUID> ruler(Task task) {
    return jdbc.sql(
            """
            select coalesce(w.author, p.created_by) from projects p
            left join workflows w on w.project_id = p.id and w.version = :version
            where p.id = :project
            """)
        .param("version", task.workflow().version())
        .param("project", task.project())
        .query(UUID.class)
        .optional();
  }
}
