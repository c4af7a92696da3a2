package io.keyreel.workflow;

import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class TaskStore {
  private static final String SELECT =
      """
      select t.*, w.stages::text as stages
      from tasks t join workflows w
        on w.project_id = t.project_id and w.version = t.workflow_version
      """;

  private final JdbcClient jdbc;
  private final WorkflowStore workflows;

  TaskStore(JdbcClient jdbc, WorkflowStore workflows) {
    this.jdbc = jdbc;
    this.workflows = workflows;
  }

  Optional<Task> find(UUID id) {
    return jdbc.sql(SELECT + "where t.id = :id")
        .param("id", id)
        .query((row, n) -> task(row))
        .optional();
  }

  /** Holds the task's row until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Task> lock(UUID id) {
    return jdbc.sql(SELECT + "where t.id = :id for no key update of t")
        .param("id", id)
        .query((row, n) -> task(row))
        .optional();
  }

  /**
   * Holds the row of the task that this person takes next: one returned to them first, then what
   * waits for review if they review, then by priority, due date and age; of what waits for review,
   * work of whoever was looked at longest ago. What others hold or were given back is passed over,
   * as is what needs a skill they lack, and what another transaction is taking right now.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Task> lockNext(UUID project, Actor actor) {
    String[] stages =
        stagesOf(project).filter(actor::mayHold).map(Stage::id).toArray(String[]::new);
    return jdbc.sql(
            """
            with looked as (
              select labeler, max(updated_at) as at from tasks
              where project_id = :project and labeler is not null
                and (state = 'APPROVED' or (state = 'IN_PROGRESS' and stage_kind = 'REVIEW'))
              group by labeler
            )
            """
                + SELECT
                + """
                left join looked l on t.stage_kind = 'REVIEW' and l.labeler = t.labeler
                where t.project_id = :project and t.state = 'OPEN'
                  and (t.skill is null or :leads or t.skill = any (:skills))
                  and (t.parent_id is null or not exists (select from tasks s
                    where s.parent_id = t.parent_id and s.id <> t.id and s.labeler = :me))
                  and (t.stage_kind <> 'REVIEW' or :leads or not exists (select from tasks s
                    where s.parent_id = t.id and s.labeler = :me))
                  and t.stage = any (:stages)
                  and ((t.stage_kind = 'LABEL' and :works
                        and (t.round = 1 or t.labeler is null or t.labeler = :me))
                    or (t.stage_kind = 'REVIEW' and :reviews
                        and (:leads or t.labeler is distinct from :me)))
                order by
                  (t.stage_kind = 'LABEL' and t.round > 1 and t.labeler is not distinct from :me) desc,
                  (t.stage_kind = 'REVIEW') desc,
                  (t.reviewer is not distinct from :me) desc,
                  t.priority desc, t.due_at nulls last, l.at nulls first, (t.skill is null), t.created_at, t.number
                limit 1
                for no key update of t skip locked
                """)
        .param("project", project)
        .param("me", actor.id())
        .param("works", actor.works())
        .param("reviews", actor.reviews())
        .param("leads", actor.leads())
        .param("skills", actor.skills().toArray(String[]::new))
        .param("stages", stages)
        .query((row, n) -> task(row))
        .optional();
  }

  /** Those of all versions of the project's workflow. */
  private Stream<Stage> stagesOf(UUID project) {
    return jdbc
        .sql("select stages::text from workflows where project_id = :project")
        .param("project", project)
        .query(String.class)
        .list()
        .stream()
        .flatMap(text -> workflows.stages(text).stream());
  }

  List<Task> list(UUID project, TaskQuery query) {
    String order = "order by %s, t.number limit :limit offset :offset".formatted(query.order().sql);
    return filtered(SELECT, project, query, order)
        .param("limit", query.limit())
        .param("offset", query.offset())
        .query((row, n) -> task(row))
        .list();
  }

  long count(UUID project, TaskQuery query) {
    return filtered("select count(*) from tasks t\n", project, query, "")
        .query(Long.class)
        .single();
  }

  /** What waits in review or is being reviewed, where {@code person} may look at it. */
  List<Task> inReview(UUID project, Actor person) {
    return jdbc.sql(
            SELECT
                + """
                where t.project_id = :project and t.stage_kind = 'REVIEW'
                  and (:leads or t.assignee = :me
                    or (t.state = 'OPEN' and t.labeler is distinct from :me))
                order by t.number
                """)
        .param("project", project)
        .param("me", person.id())
        .param("leads", person.leads())
        .query((row, n) -> task(row))
        .list();
  }

  List<Task> some(UUID project, Collection<UUID> ids) {
    return jdbc.sql(SELECT + "where t.project_id = :project and t.id = any (:ids)")
        .param("project", project)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, n) -> task(row))
        .list();
  }

  /** Of each recording the first task. */
  List<Task> firstOf(UUID project, Collection<UUID> videos) {
    return jdbc.sql(
            SELECT
                + """
                where t.id in (select distinct on (f.video_id) f.id from tasks f
                  where f.project_id = :project and f.video_id = any (:videos) and f.parent_id is null
                  order by f.video_id, f.number)
                """)
        .param("project", project)
        .param("videos", videos.toArray(UUID[]::new))
        .query((row, n) -> task(row))
        .list();
  }

  boolean approvedIn(UUID labelSet, FrameRange frames) {
    return jdbc.sql(
            """
            select exists (select from tasks where label_set_id = :labelSet
              and state = 'APPROVED' and from_frame < :to and to_frame > :from)
            """)
        .param("labelSet", labelSet)
        .param("from", frames.from())
        .param("to", frames.to())
        .query(Boolean.class)
        .single();
  }

  /** The frames of a label set that approved tasks keep. */
  List<Sealed> sealed(UUID labelSet) {
    return jdbc.sql(
            """
            select number, from_frame, to_frame from tasks
            where label_set_id = :labelSet and state = 'APPROVED' order by from_frame
            """)
        .param("labelSet", labelSet)
        .query((row, n) ->
            new Sealed(
                new FrameRange(row.getInt("from_frame"), row.getInt("to_frame")),
                "task " + row.getLong("number")))
        .list();
  }

  /** False where the label set has a task of these frames already. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean insert(
      UUID id,
      UUID project,
      UUID video,
      UUID labelSet,
      FrameRange frames,
      Workflow workflow,
      Instant now) {
    return insert(id, project, video, labelSet, frames, workflow, TaskPlan.NONE, now);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  boolean insert(
      UUID id,
      UUID project,
      UUID video,
      UUID labelSet,
      FrameRange frames,
      Workflow workflow,
      TaskPlan plan,
      Instant now) {
    return jdbc.sql(
                """
                insert into tasks (id, project_id, video_id, label_set_id, from_frame, to_frame,
                  workflow_version, stage, stage_kind, state, priority, due_at, tags, skill,
                  created_at, updated_at)
                values (:id, :project, :video, :labelSet, :from, :to,
                  :workflow, :stage, :kind, 'OPEN', :priority, :due, :tags, :skill, :now, :now)
                on conflict (label_set_id, from_frame, to_frame) do nothing
                """)
            .param("id", id)
            .param("project", project)
            .param("video", video)
            .param("labelSet", labelSet)
            .param("from", frames.from())
            .param("to", frames.to())
            .param("workflow", workflow.version())
            .param("stage", workflow.first().id())
            .param("kind", workflow.first().kind().name())
            .param("priority", plan.priority())
            .param("due", offset(plan.dueAt()))
            .param("tags", plan.tags().toArray(String[]::new))
            .param("skill", plan.skill())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False when the task is no longer at the version before {@code task}'s. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean update(Task task, Instant now) {
    return jdbc.sql(
                """
                update tasks set stage = :stage, stage_kind = :kind, state = :state, round = :round,
                  assignee = :assignee, labeler = :labeler, reviewer = :reviewer,
                  version = :version, updated_at = :now
                where id = :id and version = :version - 1
                """)
            .param("id", task.id())
            .param("stage", task.stage().id())
            .param("kind", task.stage().kind().name())
            .param("state", task.state().code())
            .param("round", task.round())
            .param("assignee", task.state().assignee().orElse(null))
            .param("labeler", task.labeler())
            .param("reviewer", task.reviewer())
            .param("version", task.version())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False when the task is no longer at {@code version}. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean plan(UUID id, long version, TaskPlan plan, Instant now) {
    return jdbc.sql(
                """
                update tasks set priority = :priority, due_at = :due, tags = :tags, skill = :skill,
                  version = version + 1, updated_at = :now
                where id = :id and version = :version
                """)
            .param("priority", plan.priority())
            .param("due", offset(plan.dueAt()))
            .param("tags", plan.tags().toArray(String[]::new))
            .param("skill", plan.skill())
            .param("id", id)
            .param("version", version)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<TaskView.Returned> lastReturn(UUID task, Function<UUID, Person> people) {
    return jdbc.sql(
            """
            select reason, author, at from transitions
            where task_id = :task and action in ('return', 'reopen')
            order by at desc limit 1
            """)
        .param("task", task)
        .query((row, n) ->
            new TaskView.Returned(
                row.getString("reason"),
                people.apply(row.getObject("author", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private JdbcClient.StatementSpec filtered(
      String select, UUID project, TaskQuery query, String tail) {
    return jdbc.sql(
            select
                + """
                where t.project_id = :project
                  and (cast(:stage as text) is null or t.stage = :stage)
                  and (cast(:state as text) is null or t.state = :state)
                  and (cast(:assignee as uuid) is null or t.assignee = :assignee)
                  and (cast(:video as uuid) is null or t.video_id = :video)
                  and (cast(:tag as text) is null or t.tags @> array[:tag]::text[])
                  and (cast(:due as timestamptz) is null
                    or (t.due_at < :due and t.state <> 'APPROVED'))
                  and (cast(:text as text) is null or t.number::text = :text or t.video_id in
                    (select id from videos where project_id = :project
                       and strpos(lower(name), lower(:text)) > 0))
                """
                + tail)
        .param("project", project)
        .param("stage", query.stage())
        .param("state", query.state())
        .param("assignee", query.assignee())
        .param("video", query.video())
        .param("tag", query.tag())
        .param("due", offset(query.dueBefore()))
        .param("text", query.text());
  }

  private Task task(ResultSet row) throws SQLException {
    Workflow workflow =
        new Workflow(row.getInt("workflow_version"), workflows.stages(row.getString("stages")));
    Stage stage = workflow.stage(row.getString("stage"));
    TaskState state =
        TaskState.of(row.getString("state"), stage, row.getObject("assignee", UUID.class));
    return new Task(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getObject("project_id", UUID.class),
        row.getObject("video_id", UUID.class),
        row.getObject("label_set_id", UUID.class),
        new FrameRange(row.getInt("from_frame"), row.getInt("to_frame")),
        workflow,
        state,
        row.getInt("round"),
        row.getObject("labeler", UUID.class),
        row.getObject("reviewer", UUID.class),
        new TaskPlan(
            row.getInt("priority"),
            instant(row.getObject("due_at", OffsetDateTime.class)),
            List.of((String[]) row.getArray("tags").getArray()),
            row.getString("skill")),
        row.getObject("parent_id", UUID.class),
        row.getLong("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
