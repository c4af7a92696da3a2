package io.keyreel.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Drill;
import io.keyreel.KeyreelTest;
import io.keyreel.workflow.TestTasks;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every report over generated read models; how long each takes is printed, not judged. */
@KeyreelTest
class ReportsAtScaleTest {
  /** Shapes of a recording: four objects on a thousand frames. */
  private static final int A_RECORDING = 4000;

  @Autowired private ApplicationContext context;
  @Autowired private Reports reports;
  @Autowired private JdbcClient jdbc;

  @Test
  void reportsAreReadOverTenMillionShapes() {
    int recordings = Drill.count(50, 10_000_000 / A_RECORDING);
    TestTasks scene = new TestTasks(context);
    UUID project = scene.project.id();
    generate(project, scene.lead.id(), recordings);
    LocalDate first = LocalDate.of(2026, 1, 1);
    Filter filter = new Filter(first, first.plusDays(89), null, null, null, Filter.Costs.STATED);
    for (int round = 0; round < 2; round++) {
      for (String name : reports.names()) {
        long begin = System.nanoTime();
        Report report = reports.read(name, project, filter, scene.lead);
        System.out.printf(
            "%-20s %6d rows %8.1f ms%n",
            name, report.rows().size(), (System.nanoTime() - begin) / 1e6);
      }
    }

    Report shares = reports.read("shares", project, filter, scene.lead);
    int shapes = shares.index("shapes");
    assertThat(
            shares.rows().stream().mapToLong(row -> ((Number) row.get(shapes)).longValue()).sum())
        .isEqualTo((long) recordings * A_RECORDING);
    assertThat(reports.read("summary", project, filter, scene.lead).number("tasks"))
        .isEqualTo(2.0 * recordings);
  }

  private void generate(UUID project, UUID user, int recordings) {
    String made = "made_" + project.toString().replace("-", "");
    sql(
        """
        create table %s as select n, gen_random_uuid() as video, gen_random_uuid() as set,
          gen_random_uuid() as task from generate_series(1, %d) n
        """
            .formatted(made, recordings));
    sql(
        """
        insert into videos (id, project_id, name, state, width, height, frame_count, duration_us,
          uploaded_by, created_at)
        select video, '%s', 'clip ' || n, 'READY', 1280, 720, 1000, 40000000, '%s', '2026-01-01'
        from %s
        """
            .formatted(project, user, made));
    sql(
        """
        insert into label_sets (id, project_id, video_id, kind, created_at)
        select set, '%s', video, 'TRUTH', '2026-01-01' from %s
        """
            .formatted(project, made));
    sql(
        """
        insert into workflows (project_id, version, stages, created_at) values ('%s', 1,
          '[{"id":"label","name":"Label","kind":"LABEL"},{"id":"review","name":"Review","kind":"REVIEW"},
            {"id":"approved","name":"Approved","kind":"APPROVED"}]', now())
        on conflict do nothing
        """
            .formatted(project));
    sql(
        """
        insert into tasks (id, project_id, video_id, label_set_id, from_frame, to_frame,
          workflow_version, stage, stage_kind, state, created_at, updated_at)
        select task, '%1$s', video, set, 0, 1000, 1, 'approved', 'APPROVED', 'APPROVED',
          '2026-01-01', '2026-01-01' from %2$s
        """
            .formatted(project, made));
    sql(
        """
        insert into analytics_sets (label_set_id, project_id, summed, frames, empty_frames)
        select set, '%s', true, 1000, 0 from %s
        """
            .formatted(project, made));
    sql(
        """
        insert into analytics_visits (task_id, number, project_id, stage, stage_kind, entered_at,
          taken_at, left_at, left_by, left_action, previous, frames, micros)
        select task, k, '%1$s', (array['label', 'review', 'approved'])[k + 1],
          (array['LABEL', 'REVIEW', 'APPROVED'])[k + 1], at + k * interval '8 hours',
          at + k * interval '8 hours' + interval '1 hour',
          case when k < 2 then at + (k + 1) * interval '8 hours' end, '%2$s',
          (array['submit', 'approve', null])[k + 1], '%2$s', 1000, 40000000
        from %3$s, generate_series(0, 2) k,
          lateral (select '2026-01-01 00:00+00'::timestamptz + (n %% 88) * interval '1 day' as at) a
        """
            .formatted(project, user, made));
    sql(
        """
        insert into analytics_blocks
        select set, b, md5(set::text || t)::uuid, '%1$s', (array['ball', 'dog'])[t %% 2 + 1],
          1, 1, f - 4, 1, 1, 3, 1, f, f * 20000, 0, 0, f, 0, 0, 0, 0, f - 1, f * 9000
        from %2$s, generate_series(0, 15) b, generate_series(1, 4) t,
          lateral (select least(64, 1000 - b * 64) as f) s
        """
            .formatted(project, made));
    sql(
        """
        insert into analytics_tracks
        select label_set_id, track_id, project_id, class_id, sum(drawn), sum(corrected),
          sum(accepted), sum(proposed), sum(interpolated), sum(occluded), sum(truncated), sum(areas),
          sum(area), sum(size0), sum(size1), sum(size2), sum(size3), sum(size4), sum(size5),
          sum(size6), sum(pairs), sum(flicker)
        from analytics_blocks where project_id = '%s'
        group by label_set_id, track_id, project_id, class_id
        """
            .formatted(project));
    sql(
        """
        insert into analytics_work
        select set, task, '%2$s', '2026-01-01'::date + (n + k) %% 90, (array['label', 'review'])[k %% 2 + 1],
          (array['ball', 'dog'])[c], '%1$s', 30, 1, 16, 16, 2, 900
        from %3$s, generate_series(0, 9) k, generate_series(1, 2) c
        """
            .formatted(project, user, made));
    sql(
        """
        insert into analytics_active
        select '%2$s', '2026-01-01'::date + (n + k) %% 90, task, (array['label', 'review'])[k %% 2 + 1],
          '%1$s', 600000000, 90
        from %3$s, generate_series(0, 3) k
        """
            .formatted(project, user, made));
    sql(
        """
        insert into analytics_corrections
        select set, k, '%1$s', task, md5(set::text || 1)::uuid, k, '%2$s',
          '2026-01-01'::date + n %% 90, 'ball', 'flow', (n * 7919 + k * 104729) %% 1000000,
          (n * 31 + k * 15485863) %% 1000000
        from %3$s, generate_series(1, 64) k
        """
            .formatted(project, user, made));
    sql(
        """
        insert into analytics_accepted
        select set, task, '%2$s', '2026-01-01'::date + n %% 90, 'ball', 'flow', b, '%1$s', 180,
          180 * (b * 50000 + 25000)
        from %3$s, generate_series(0, 19) b
        """
            .formatted(project, user, made));
    sql("drop table " + made);
    sql("analyze");
  }

  private void sql(String text) {
    jdbc.sql(text).update();
  }
}
