package io.keyreel.analytics;

import static io.keyreel.analytics.Definition.columns;

import java.util.List;

/** How much is done, by whom, and in what time. */
final class ThroughputReports {
  private static final String ACTIVE =
      """
      active as (
        select day, user_id, stage, task_id, micros, moments from analytics_active
        where project_id = :project and day between :from and :to
          and (cast(:person as uuid) is null or user_id = :person)
          and (cast(:stage as text) is null or stage = :stage)
      )
      """;
  private static final String WORK =
      """
      work as (
        select * from analytics_work
        where project_id = :project and day between :from and :to
          and (cast(:person as uuid) is null or user_id = :person)
          and (cast(:class as text) is null or class_id = :class)
          and (cast(:stage as text) is null or stage = :stage)
      )
      """;
  private static final String DONE =
      """
      done as (
        select *, (left_at at time zone 'UTC')::date as day from analytics_visits
        where project_id = :project and stage_kind <> 'APPROVED' and left_action not in ('undo', 'taken-back')
          and left_at >= :from::timestamp at time zone 'UTC'
          and left_at < (:to::timestamp + interval '1 day') at time zone 'UTC'
          and (cast(:person as uuid) is null or left_by = :person)
          and (cast(:stage as text) is null or stage = :stage)
      )
      """;
  private static final String WITH = "with " + ACTIVE + ", " + WORK + ", " + DONE;
  private static final String COUNTED =
      "Frames and footage are those of tasks that were moved on from a stage; objects are tracks"
          + " that were made; shapes are keyframes drawn or corrected. The class narrows objects and"
          + " shapes only. Active time counts pauses of at most 60 seconds.";

  static final List<Definition> ALL =
      List.of(
          new Definition(
              "summary",
              "Summary",
              COUNTED,
              columns(
                  "activeHours Active time HOURS",
                  "people People COUNT",
                  "tasks Tasks moved on COUNT",
                  "frames Frames COUNT",
                  "footage Footage SECONDS",
                  "objects Objects COUNT",
                  "drawn Drawn shapes COUNT",
                  "corrected Corrected shapes COUNT",
                  "accepted Accepted frames COUNT",
                  "approved Tasks approved COUNT",
                  "returned Tasks returned COUNT",
                  "reviewed Reviews COUNT"),
              WITH
                  + """
                  select (select coalesce(sum(micros), 0) / 3.6e9 from active)::float8,
                    (select count(distinct user_id) from active),
                    (select count(*) from done),
                    (select coalesce(sum(frames), 0) from done),
                    (select coalesce(sum(micros), 0) / 1e6 from done)::float8,
                    coalesce(sum(objects), 0), coalesce(sum(drawn), 0),
                    coalesce(sum(corrected), 0), coalesce(sum(accepted), 0),
                    (select count(*) from done d join analytics_visits n
                       on n.task_id = d.task_id and n.number = d.number + 1
                       where n.stage_kind = 'APPROVED'),
                    (select count(*) from done where left_action = 'return'),
                    (select count(*) from done where stage_kind = 'REVIEW')
                  from work
                  """),
          new Definition(
              "throughput-days",
              "Throughput by day",
              COUNTED,
              columns(
                  "day Day DAY",
                  "activeHours Active time HOURS",
                  "frames Frames COUNT",
                  "footage Footage SECONDS",
                  "tasks Tasks moved on COUNT",
                  "objects Objects COUNT",
                  "drawn Drawn COUNT",
                  "corrected Corrected COUNT",
                  "accepted Accepted frames COUNT",
                  "framesPerHour Frames an active hour PER_HOUR",
                  "shapesPerHour Shapes an active hour PER_HOUR"),
              WITH
                  + """
                  select d.day, a.hours, coalesce(f.frames, 0), coalesce(f.footage, 0)::float8,
                    coalesce(f.tasks, 0), coalesce(w.objects, 0), coalesce(w.drawn, 0),
                    coalesce(w.corrected, 0), coalesce(w.accepted, 0),
                    coalesce(f.frames, 0) / nullif(a.hours, 0),
                    (coalesce(w.drawn, 0) + coalesce(w.corrected, 0)) / nullif(a.hours, 0)
                  from (select s::date as day
                        from generate_series(:from::date, :to::date, interval '1 day') s) d
                  left join lateral (select (coalesce(sum(micros), 0) / 3.6e9)::float8 as hours
                    from active where active.day = d.day) a on true
                  left join (select day, sum(frames) as frames, sum(micros) / 1e6 as footage,
                    count(*) as tasks from done group by day) f on f.day = d.day
                  left join (select day, sum(objects) as objects, sum(drawn) as drawn,
                    sum(corrected) as corrected, sum(accepted) as accepted
                    from work group by day) w on w.day = d.day
                  order by d.day
                  """),
          by("throughput-people", "Throughput by person", "person", "Person", "user_id", "left_by"),
          by("throughput-stages", "Throughput by stage", "stage", "Stage", "stage", "stage"),
          new Definition(
              "throughput-classes",
              "Throughput by class",
              COUNTED + " Per hour: over all active time, as hours cannot be told apart by class.",
              columns(
                  "classId Class id ID",
                  "class Class TEXT",
                  "color Colour COLOR",
                  "objects Objects COUNT",
                  "drawn Drawn COUNT",
                  "corrected Corrected COUNT",
                  "reworked Drawn again COUNT",
                  "accepted Accepted frames COUNT",
                  "objectsPerHour Objects an active hour PER_HOUR"),
              WITH
                  + """
                  select w.class_id, coalesce(k.name, nullif(w.class_id, ''), 'No class'), k.color,
                    sum(objects), sum(drawn), sum(corrected), sum(reworked), sum(accepted),
                    sum(objects) / nullif((select sum(micros) / 3.6e9 from active), 0)::float8
                  from work w left join class_names(:project) k on k.id = w.class_id
                  group by w.class_id, k.name, k.color, k.place
                  having sum(objects + drawn + corrected + reworked + accepted) > 0
                  order by k.place nulls last, w.class_id
                  """),
          new Definition(
              "active-days",
              "Active time by day and person",
              "Pauses of at most 60 seconds between two moments at which a person did something"
                  + " count, longer ones do not. Days are in UTC.",
              columns(
                  "day Day DAY",
                  "personId Person id ID",
                  "person Person TEXT",
                  "hours Active time HOURS",
                  "moments Moments COUNT"),
              "with "
                  + ACTIVE
                  + """
                  select a.day, a.user_id, u.name, (sum(a.micros) / 3.6e9)::float8, sum(a.moments)
                  from active a join users u on u.id = a.user_id
                  group by a.day, a.user_id, u.name order by a.day, u.name, a.user_id
                  """),
          new Definition(
              "active-tasks",
              "Tasks that took longest",
              "Active time of everybody at a task within the chosen days, at most 200 tasks.",
              columns(
                  "taskId Task id ID",
                  "task Task COUNT",
                  "video Recording TEXT",
                  "frames Frames COUNT",
                  "hours Active time HOURS",
                  "secondsPerFrame Seconds a frame NUMBER",
                  "people People COUNT"),
              "with "
                  + ACTIVE
                  + """
                  select t.id, t.number, v.name, t.to_frame - t.from_frame,
                    (sum(a.micros) / 3.6e9)::float8,
                    (sum(a.micros) / 1e6 / (t.to_frame - t.from_frame))::float8,
                    count(distinct a.user_id)
                  from active a join tasks t on t.id = a.task_id join videos v on v.id = t.video_id
                  group by t.id, v.id having sum(a.micros) > 0
                  order by sum(a.micros) desc, t.number limit 200
                  """));

  private ThroughputReports() {}

  private static Definition by(
      String id, String title, String key, String label, String own, String finisher) {
    boolean person = own.equals("user_id");
    String name =
        person
            ? "coalesce(n.name, '')"
            : "coalesce(n.name, nullif(k.id::text, ''), 'Outside of tasks')";
    String names = person ? "users n on n.id = k.id" : "stage_names(:project) n on n.id = k.id";
    String order = person ? "n.name, k.id" : "n.place nulls last, k.id";
    return new Definition(
        id,
        title,
        COUNTED,
        columns(
            key + "Id " + label + " id ID",
            key + " " + label + " TEXT",
            "activeHours Active time HOURS",
            "tasks Tasks moved on COUNT",
            "frames Frames COUNT",
            "footage Footage SECONDS",
            "objects Objects COUNT",
            "drawn Drawn COUNT",
            "corrected Corrected COUNT",
            "accepted Accepted frames COUNT",
            "framesPerHour Frames an active hour PER_HOUR",
            "footagePerHour Footage seconds an active hour PER_HOUR",
            "objectsPerHour Objects an active hour PER_HOUR"),
        WITH
            + """
            , k as (select OWN as id from active union select OWN from work
                    union select FINISHER from done)
            select k.id, NAME, coalesce(a.hours, 0), coalesce(f.tasks, 0), coalesce(f.frames, 0),
              coalesce(f.footage, 0)::float8, coalesce(w.objects, 0), coalesce(w.drawn, 0),
              coalesce(w.corrected, 0), coalesce(w.accepted, 0),
              coalesce(f.frames, 0) / nullif(a.hours, 0),
              coalesce(f.footage, 0)::float8 / nullif(a.hours, 0),
              coalesce(w.objects, 0) / nullif(a.hours, 0)
            from k
            left join (select OWN as id, (sum(micros) / 3.6e9)::float8 as hours
              from active group by 1) a on a.id = k.id
            left join (select OWN as id, sum(objects) as objects, sum(drawn) as drawn,
              sum(corrected) as corrected, sum(accepted) as accepted
              from work group by 1) w on w.id = k.id
            left join (select FINISHER as id, count(*) as tasks, sum(frames) as frames,
              sum(micros) / 1e6 as footage from done group by 1) f on f.id = k.id
            left join NAMES
            order by ORDER
            """
                .replace("OWN", own)
                .replace("FINISHER", finisher)
                .replace("NAMES", names)
                .replace("NAME", name)
                .replace("ORDER", order));
  }
}
