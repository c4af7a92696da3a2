package io.keyreel.crowd;

import io.keyreel.kernel.FrameRange;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A project whose every list is long: recordings with a task each, most of them under review with
 * two doubtful spans, members, notices, jobs, exports and audited deeds. One task is made as people
 * make it; the others are its copies in SQL.
 */
final class Crowd {
  static final int FRAMES = 100;

  final TestTasks scene;
  private final JdbcClient jdbc;

  Crowd(ApplicationContext context) {
    scene = new TestTasks(context);
    jdbc = context.getBean(JdbcClient.class);
  }

  /** How many shapes there are in all. */
  long fill(int rows) {
    Task first = scene.task(FRAMES);
    scene.act(first, "claim", scene.labeler);
    UUID track = scene.track(first, scene.labeler, "ball");
    scene.propose(first, track, new FrameRange(0, FRAMES), 0.7f);
    scene.act(first, "submit", scene.labeler);
    sql(
        "create table seeds as select n, gen_random_uuid() as video, gen_random_uuid() as set,"
            + " gen_random_uuid() as task, array[gen_random_uuid(), gen_random_uuid()] as tracks,"
            + " n % 10 between 2 and 7 as reviewed from generate_series(2, "
            + rows
            + ") n");
    recordings(first);
    tasks(first);
    labels(track);
    people(rows);
    notices(rows);
    machines(rows);
    sql("analyze");
    return jdbc.sql("select sum(to_frame - from_frame) from proposals").query(Long.class).single();
  }

  private void recordings(Task first) {
    sql(
        """
        insert into videos (id, project_id, name, state, width, height, frame_count, time_base_num,
          time_base_den, duration_us, uploaded_by, created_at)
        select s.video, v.project_id, 'Camera ' || n %% 40 || ', run ' || n || '.mp4', v.state, v.width,
          v.height, v.frame_count, 1, 25, v.duration_us, v.uploaded_by, now() - n * interval '1 minute'
        from seeds s, videos v where v.id = '%s'
        """
            .formatted(first.video()));
    sql(
        """
        insert into shots (video_id, from_frame, to_frame, transition)
        select video, f, f + 50, case f when 0 then 'START' else 'CUT' end
        from seeds, generate_series(0, 50, 50) f
        """);
    sql(
        """
        insert into label_sets (id, project_id, video_id, kind, created_at)
        select set, '%s', video, 'TRUTH', now() from seeds
        """
            .formatted(first.project()));
  }

  private void tasks(Task first) {
    sql(
        """
        insert into tasks (id, project_id, video_id, label_set_id, from_frame, to_frame,
          workflow_version, stage, stage_kind, state, assignee, labeler, priority, created_at, updated_at)
        select s.task, t.project_id, s.video, s.set, 0, t.to_frame, t.workflow_version,
          case when reviewed then 'review' when n %% 10 = 9 then 'approved' else 'label' end,
          case when reviewed then 'REVIEW' when n %% 10 = 9 then 'APPROVED' else 'LABEL' end,
          case n %% 10 when 9 then 'APPROVED' when 8 then 'IN_PROGRESS' else 'OPEN' end,
          case n %% 10 when 8 then t.labeler end, case when n %% 10 >= 2 then t.labeler end, n %% 3,
          now() - n * interval '1 minute', now() - n * interval '20 seconds'
        from seeds s, tasks t where t.id = '%s'
        """
            .formatted(first.id()));
    sql(
        """
        insert into coverage (label_set_id, from_frame, to_frame, state, author, at)
        select set, 0, 1 + n %% 100, 'SEEN', '%s', now() from seeds
        """
            .formatted(scene.labeler.id()));
  }

  private void labels(UUID template) {
    sql(
        """
        insert into tracks (id, label_set_id, number, kind, class_id, created_by, created_at)
        select tracks[k], set, k, 'OBJECT', (array['ball', 'dog'])[k], '%s', now()
        from seeds, generate_series(1, 2) k where k = 1 or reviewed
        """
            .formatted(scene.labeler.id()));
    sql(
        """
        insert into proposals (label_set_id, run_id, track_id, from_frame, to_frame, generation,
          engine, shapes, confidence, visibility, mendable, created_at)
        select set, gen_random_uuid(), tracks[k], p.from_frame, p.to_frame, p.generation, p.engine,
          p.shapes, array_fill((0.5 + 0.29 * ((n * 7 + k * 3) %% 100) / 100)::real, array[100]),
          p.visibility, 90, now()
        from seeds, generate_series(1, 2) k, proposals p
        where p.track_id = '%s' and (k = 1 or reviewed)
        """
            .formatted(template));
  }

  private void people(int rows) {
    sql(
        """
        create table names as select n, gen_random_uuid() as id from generate_series(1, %d) n
        """
            .formatted(rows));
    sql(
        """
        insert into users (id, email, name, created_at)
        select id, 'crowd' || n || '@test.local', 'Person ' || to_char(n, 'FM00000'), now() from names
        """);
    sql(
        """
        insert into memberships (project_id, user_id, role, added_at)
        select '%s', id, (array['labeler', 'reviewer', 'lead'])[n %% 3 + 1], now() from names
        """
            .formatted(scene.project.id()));
  }

  private void notices(int rows) {
    sql(
        """
        insert into notifications (id, user_id, project_id, task_id, kind, body, created_at)
        select gen_random_uuid(), '%s', '%s', task, 'assigned', 'Task ' || n || ' is yours',
          now() - n * interval '1 minute' from seeds
        """
            .formatted(scene.admin.id(), scene.project.id()));
    sql(
        """
        insert into audit (number, at, actor, action, subject, project_id, hash)
        select h.number + n, now(), '%s', 'task.assign', 'task:' || n, '%s', 'x'
        from audit_head h, generate_series(1, %d) n
        """
            .formatted(scene.lead.id(), scene.project.id(), rows));
    sql("update audit_head set number = number + " + rows);
  }

  private void machines(int rows) {
    sql(
        """
        insert into jobs (id, topic, subject, project_id, title, state, progress, payload, created_at,
          finished_at)
        select gen_random_uuid(), 'media.ingest', video, '%s', 'Read recording ' || n, 'DONE', 1, '{}',
          now() - n * interval '1 minute', now() from seeds
        """
            .formatted(scene.project.id()));
    sql(
        """
        insert into exports (id, project_id, format, scope, images, state, size_bytes, author,
          created_at, finished_at)
        select gen_random_uuid(), '%s', 'coco', 'APPROVED', false, 'FAILED', 1000, '%s',
          now() - n * interval '1 minute', now() from generate_series(1, %d) n
        """
            .formatted(scene.project.id(), scene.lead.id(), rows));
  }

  private void sql(String text) {
    jdbc.sql(text).update();
  }
}
