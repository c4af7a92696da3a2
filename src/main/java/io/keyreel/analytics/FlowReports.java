package io.keyreel.analytics;

import static io.keyreel.analytics.Definition.columns;

import java.util.List;

/** Where tasks are and how long they stay. */
final class FlowReports {
  static final List<Definition> ALL =
      List.of(
          new Definition(
              "flow",
              "Tasks at each stage at the end of the day",
              "Counted from all of the project's tasks, without the copies of tasks that several people"
                  + " label apart; the last day ends now.",
              columns(
                  "day Day DAY", "stageId Stage id ID", "stage Stage TEXT", "tasks Tasks COUNT"),
              """
              with stages as (
                select id, name, place from stage_names(:project)
                union
                select distinct v.stage, v.stage, 1000 from analytics_visits v
                where v.project_id = :project
                  and v.stage not in (select id from stage_names(:project))
              ), moves as (
                select stage, (entered_at at time zone 'UTC')::date as day, 1 as by
                from analytics_visits where project_id = :project
                  and task_id in (select id from tasks where parent_id is null)
                union all
                select stage, (left_at at time zone 'UTC')::date, -1
                from analytics_visits where project_id = :project and left_at is not null
                  and task_id in (select id from tasks where parent_id is null)
              ), sums as (
                select stage, greatest(day, :from::date) as day, sum(by) as by
                from moves where day <= :to group by 1, 2
              )
              select d.day, s.id, s.name,
                (sum(coalesce(m.by, 0)) over (partition by s.id order by d.day))::bigint
              from (select g::date as day
                    from generate_series(:from::date, :to::date, interval '1 day') g) d
              cross join stages s
              left join sums m on m.stage = s.id and m.day = d.day
              where cast(:stage as text) is null or s.id = :stage
              order by d.day, s.place, s.id
              """),
          new Definition(
              "lead-times",
              "Lead times by stage",
              "Stays at a stage that ended within the chosen days: waiting until somebody took the"
                  + " task, then work until it was moved on. The last row is whole tasks, from"
                  + " their making to their approval.",
              columns(
                  "stageId Stage id ID",
                  "stage Stage TEXT",
                  "stays Stays COUNT",
                  "waitMedian Wait, median HOURS",
                  "waitLong Wait, 9 of 10 within HOURS",
                  "workMedian Work, median HOURS",
                  "leadMedian Lead time, median HOURS",
                  "leadLong Lead time, 9 of 10 within HOURS"),
              """
              with ended as (
                select v.task_id, v.stage, v.stage_kind, v.left_by, v.entered_at, v.left_at,
                  coalesce(v.taken_at, v.left_at) as taken_at
                from analytics_visits v
                where v.project_id = :project
                  and v.left_at >= :from::timestamp at time zone 'UTC'
                  and v.left_at < (:to::timestamp + interval '1 day') at time zone 'UTC'
                  and (cast(:person as uuid) is null or v.left_by = :person)
              ), spans as (
                select stage as id, extract(epoch from taken_at - entered_at) / 3600 as wait,
                  extract(epoch from left_at - taken_at) / 3600 as work,
                  extract(epoch from left_at - entered_at) / 3600 as lead
                from ended where stage_kind <> 'APPROVED'
                union all
                select '', null, null, extract(epoch from a.entered_at - t.created_at) / 3600
                from analytics_visits a join tasks t on t.id = a.task_id
                  join analytics_visits b on b.task_id = a.task_id and b.number = a.number - 1
                    and b.left_action <> 'taken-back'
                where a.project_id = :project and a.stage_kind = 'APPROVED'
                  and a.entered_at >= :from::timestamp at time zone 'UTC'
                  and a.entered_at < (:to::timestamp + interval '1 day') at time zone 'UTC'
                  and (cast(:person as uuid) is null or a.previous = :person)
              )
              select s.id, case when s.id = '' then 'Whole tasks' else coalesce(n.name, s.id) end,
                count(*),
                percentile_cont(0.5) within group (order by wait::float8),
                percentile_cont(0.9) within group (order by wait::float8),
                percentile_cont(0.5) within group (order by work::float8),
                percentile_cont(0.5) within group (order by lead::float8),
                percentile_cont(0.9) within group (order by lead::float8)
              from spans s left join stage_names(:project) n on n.id = s.id
              where cast(:stage as text) is null or s.id = :stage
              group by s.id, n.name, n.place
              order by s.id = '', n.place nulls last, s.id
              """),
          new Definition(
              "queue",
              "What waits now",
              "Tasks at each stage at this moment, whatever the days; ages count from when they came"
                  + " to the stage.",
              columns(
                  "stageId Stage id ID",
                  "stage Stage TEXT",
                  "waiting Waiting COUNT",
                  "inWork In work COUNT",
                  "ageMedian Age, median HOURS",
                  "ageOldest Age, oldest HOURS"),
              """
              select v.stage, coalesce(n.name, v.stage),
                count(*) filter (where t.state = 'OPEN'),
                count(*) filter (where t.state <> 'OPEN'),
                percentile_cont(0.5) within group
                  (order by extract(epoch from :now - v.entered_at)::float8 / 3600),
                max(extract(epoch from :now - v.entered_at)::float8 / 3600)
              from analytics_visits v join tasks t on t.id = v.task_id
              left join stage_names(:project) n on n.id = v.stage
              where v.project_id = :project and v.left_at is null and v.stage_kind <> 'APPROVED'
                and t.state <> 'SUBMITTED'
                and (cast(:stage as text) is null or v.stage = :stage)
                and (cast(:person as uuid) is null or t.assignee = :person)
              group by v.stage, n.name, n.place order by n.place nulls last, v.stage
              """),
          new Definition(
              "queue-tasks",
              "Longest at their stage",
              "Tasks that are not approved, the longest at their stage first, at most 200.",
              columns(
                  "taskId Task id ID",
                  "task Task COUNT",
                  "video Recording TEXT",
                  "stage Stage TEXT",
                  "person With TEXT",
                  "age At this stage HOURS",
                  "round Round COUNT"),
              """
              select t.id, t.number, r.name, coalesce(n.name, v.stage), coalesce(u.name, 'Nobody'),
                extract(epoch from :now - v.entered_at)::float8 / 3600, t.round
              from analytics_visits v join tasks t on t.id = v.task_id
              join videos r on r.id = t.video_id
              left join users u on u.id = t.assignee
              left join stage_names(:project) n on n.id = v.stage
              where v.project_id = :project and v.left_at is null and v.stage_kind <> 'APPROVED'
                and t.state <> 'SUBMITTED'
                and (cast(:stage as text) is null or v.stage = :stage)
                and (cast(:person as uuid) is null or t.assignee = :person)
              order by v.entered_at, t.number limit 200
              """),
          new Definition(
              "returns",
              "Why tasks came back",
              "Returns and reopenings by the reason given; reasons that differ in case or spaces"
                  + " only are one.",
              columns(
                  "reason Reason TEXT",
                  "stage Stage TEXT",
                  "returns Returns COUNT",
                  "people People COUNT",
                  "lastDay Last DAY",
                  "taskId Last task id ID",
                  "task Last task COUNT"),
              """
              with back as (
                select v.*, t.number as task,
                  regexp_replace(lower(btrim(v.reason)), '\\s+', ' ', 'g') as same
                from analytics_visits v join tasks t on t.id = v.task_id
                where v.project_id = :project and v.left_action in ('return', 'reopen')
                  and v.left_at >= :from::timestamp at time zone 'UTC'
                  and v.left_at < (:to::timestamp + interval '1 day') at time zone 'UTC'
                  and (cast(:person as uuid) is null or v.previous = :person)
                  and (cast(:stage as text) is null or v.stage = :stage)
              )
              select (array_agg(b.reason order by b.left_at desc, b.task))[1],
                coalesce(n.name, b.stage), count(*), count(distinct b.previous),
                max((b.left_at at time zone 'UTC')::date),
                (array_agg(b.task_id order by b.left_at desc, b.task))[1],
                (array_agg(b.task order by b.left_at desc, b.task))[1]
              from back b left join stage_names(:project) n on n.id = b.stage
              group by b.same, b.stage, n.name order by count(*) desc, b.same, b.stage
              """),
          new Definition(
              "first-pass",
              "Right the first time",
              "Reviews that ended within the chosen days, by who had finished the task before:"
                  + " approved or returned.",
              columns(
                  "personId Person id ID",
                  "person Person TEXT",
                  "reviews Reviews COUNT",
                  "approved Approved COUNT",
                  "returned Returned COUNT",
                  "approvedShare Approved SHARE"),
              """
              select v.previous, coalesce(u.name, ''), count(*),
                count(*) filter (where v.left_action = 'approve'),
                count(*) filter (where v.left_action = 'return'),
                (count(*) filter (where v.left_action = 'approve'))::float8 / count(*)
              from analytics_visits v left join users u on u.id = v.previous
              where v.project_id = :project and v.stage_kind = 'REVIEW'
                and v.left_action in ('approve', 'return')
                and v.left_at >= :from::timestamp at time zone 'UTC'
                and v.left_at < (:to::timestamp + interval '1 day') at time zone 'UTC'
                and (cast(:person as uuid) is null or v.previous = :person)
                and (cast(:stage as text) is null or v.stage = :stage)
              group by v.previous, u.name order by u.name, v.previous
              """));

  private FlowReports() {}
}
