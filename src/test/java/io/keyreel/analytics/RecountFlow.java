package io.keyreel.analytics;

import static io.keyreel.analytics.Recount.MOVES;

import java.util.Map;

/** Counts anew where tasks are, how long they stay, and why they come back. */
final class RecountFlow {
  /** What is not approved, with the time it came to its stage. */
  private static final String WAITING =
      """
      with waiting as (
        select t.*, coalesce((select max(x.at) from transitions x where x.task_id = t.id
          and x.from_stage <> x.to_stage), t.created_at) as came
        from tasks t where t.project_id = :project and t.state <> 'APPROVED'
      )
      """;

  private RecountFlow() {}

  static void add(Map<String, String> queries) {
    queries.put(
        "flow",
        """
        select d::date as day, s.stage as "stageId", initcap(s.stage) as stage, (
          select count(*) from tasks t where t.project_id = :project
            and t.created_at < d + interval '1 day' and s.stage = coalesce((
              select x.to_stage from transitions x where x.task_id = t.id
                and x.at < d + interval '1 day' order by x.at desc limit 1), 'label')) as tasks
        from generate_series(:from::date::timestamp at time zone 'UTC',
            :to::date::timestamp at time zone 'UTC', interval '1 day') d,
          (values (1, 'label'), (2, 'review'), (3, 'approved')) s (place, stage)
        order by d, s.place
        """);
    queries.put(
        "lead-times",
        """
        with moves as (
          select x.*, coalesce(lag(x.at) over (partition by x.task_id order by x.at),
            (select created_at from tasks where id = x.task_id)) as came
          from transitions x where x.from_stage <> x.to_stage
            and x.task_id in (select id from tasks where project_id = :project)
        ), stays as (
          select from_stage as id, initcap(from_stage) as name, came, at,
            coalesce((select min(c.at) from transitions c
              where c.task_id = moves.task_id and c.at > came and c.at < moves.at
                and c.action in ('claim', 'assign')), at) as taken
          from moves where from_stage <> 'approved'
          union all
          select '', 'Whole tasks', t.created_at, x.at, null
          from transitions x join tasks t on t.id = x.task_id
          where t.project_id = :project and x.to_stage = 'approved' and x.from_stage <> 'approved'
            and x.action <> 'undo' and x.undone_by is null
        ), hours as (
          select id, name, extract(epoch from taken - came) / 3600 as wait,
            extract(epoch from at - taken) / 3600 as work,
            extract(epoch from at - came) / 3600 as lead
          from stays
        )
        select id as "stageId", name as stage, count(*) as stays,
          percentile_cont(0.5) within group (order by wait) as "waitMedian",
          percentile_cont(0.9) within group (order by wait) as "waitLong",
          percentile_cont(0.5) within group (order by work) as "workMedian",
          percentile_cont(0.5) within group (order by lead) as "leadMedian",
          percentile_cont(0.9) within group (order by lead) as "leadLong"
        from hours group by id, name
        order by array_position(array['label', 'review', ''], id)
        """);
    queries.put(
        "queue",
        WAITING
            + """
            select stage as "stageId", initcap(stage) as stage,
              count(*) filter (where assignee is null) as waiting,
              count(*) filter (where assignee is not null) as "inWork",
              percentile_cont(0.5) within group (order by extract(epoch from :now - came) / 3600)
                as "ageMedian",
              max(extract(epoch from :now - came)) / 3600 as "ageOldest"
            from waiting group by waiting.stage order by waiting.stage
            """);
    queries.put(
        "queue-tasks",
        WAITING
            + """
            select w.id as "taskId", w.number as task, v.name as video, initcap(w.stage) as stage,
              coalesce((select name from users where id = w.assignee), 'Nobody') as person,
              extract(epoch from :now - w.came) / 3600 as age,
              1 + (select count(*) from transitions x where x.task_id = w.id
                and x.action in ('return', 'reopen') and x.undone_by is null) as round
            from waiting w join videos v on v.id = w.video_id order by w.came, w.number
            """);
    queries.put(
        "returns",
        "with "
            + MOVES
            + """
            , back as (
              select *, btrim(lower(regexp_replace(trim(reason), '[[:space:]]+', ' ', 'g'))) as same
              from moves where action in ('return', 'reopen')
            )
            select same as "reason~", initcap(from_stage) as stage, count(*) as returns,
              count(distinct last) as people, max((at at time zone 'UTC')::date) as "lastDay",
              (array_agg(task_id order by at desc))[1] as "taskId",
              (array_agg(number order by at desc))[1] as task
            from back group by same, from_stage order by count(*) desc, same, from_stage
            """);
    queries.put(
        "first-pass",
        "with "
            + MOVES
            + """
            select last as "personId", (select name from users where id = last) as person,
              count(*) as reviews, count(*) filter (where action = 'approve') as approved,
              count(*) filter (where action = 'return') as returned,
              count(*) filter (where action = 'approve')::numeric / count(*) as "approvedShare"
            from moves where from_stage = 'review' group by last
            order by (select name from users where id = last), last
            """);
  }
}
