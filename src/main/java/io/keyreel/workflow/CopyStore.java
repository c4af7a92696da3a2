package io.keyreel.workflow;

import io.keyreel.kernel.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class CopyStore {
  private final JdbcClient jdbc;

  CopyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void insert(Task task, UUID labels, Instant now) {
    jdbc.sql(
            """
            insert into tasks (id, project_id, video_id, label_set_id, from_frame, to_frame,
              workflow_version, stage, stage_kind, state, priority, due_at, tags, skill, parent_id,
              created_at, updated_at)
            select :id, project_id, video_id, :labels, from_frame, to_frame,
              workflow_version, stage, stage_kind, 'OPEN', priority, due_at, tags, skill, id,
              :now, :now
            from tasks where id = :task
            """)
        .param("id", Ids.next())
        .param("labels", labels)
        .param("task", task.id())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void gather(UUID task, Instant now) {
    jdbc.sql(
            """
            update tasks set state = 'GATHERING', version = version + 1, updated_at = :now
            where id = :task
            """)
        .param("task", task)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<UUID> free(UUID task) {
    return jdbc.sql(
            """
            select id from tasks where parent_id = :task and state = 'OPEN' and labeler is null
            order by number
            """)
        .param("task", task)
        .query(UUID.class)
        .list();
  }

  List<UUID> handedIn(UUID task) {
    return jdbc.sql(
            "select id from tasks where parent_id = :task and state = 'SUBMITTED' order by number")
        .param("task", task)
        .query(UUID.class)
        .list();
  }

  List<UUID> all(UUID task) {
    return jdbc.sql("select id from tasks where parent_id = :task order by number")
        .param("task", task)
        .query(UUID.class)
        .list();
  }

  /** How many are not handed in. */
  int open(UUID task) {
    return jdbc.sql("select count(*) from tasks where parent_id = :task and state <> 'SUBMITTED'")
        .param("task", task)
        .query(Integer.class)
        .single();
  }

  /** Whether somebody labels or labelled a copy other than {@code but}. */
  boolean has(UUID task, UUID user, UUID but) {
    return jdbc.sql(
            """
            select exists (select from tasks where parent_id = :task and id <> :but
              and (labeler = :user or assignee = :user))
            """)
        .param("task", task)
        .param("user", user)
        .param("but", but)
        .query(Boolean.class)
        .single();
  }
}
