package io.keyreel.analytics;

import static io.keyreel.analytics.Recount.DEEDS;
import static io.keyreel.analytics.Recount.DONE;
import static io.keyreel.analytics.Recount.MOMENTS;

import java.util.Map;

/** Counts anew how much was done and how good it was where that is known. */
final class RecountWork {
  private static final String ALL = "with recursive " + MOMENTS + ", " + DEEDS + ", " + DONE;

  private RecountWork() {}

  static void add(Map<String, String> queries) {
    queries.put(
        "summary",
        ALL
            + """
            select (select sum(seconds) / 3600 from worked) as "activeHours",
              (select count(distinct person) from worked) as people,
              (select count(*) from done) as tasks, (select sum(frames) from done) as frames,
              (select sum(footage) from done) as footage,
              (select sum(objects) from made) as objects, (select sum(drawn) from made) as drawn,
              (select sum(corrected) from made) as corrected,
              (select sum(accepted) from made) as accepted,
              (select count(*) from done where to_stage = 'approved') as approved,
              (select count(*) from done where action = 'return') as returned,
              (select count(*) from done where stage = 'review') as reviewed
            """);
    queries.put(
        "throughput-days",
        ALL
            + """
            select c.*, frames / nullif("activeHours", 0) as "framesPerHour",
              (drawn + corrected) / nullif("activeHours", 0) as "shapesPerHour"
            from generate_series(:from::timestamp, :to::timestamp, interval '1 day') d,
              lateral (select d::date as day,
                coalesce((select sum(seconds) / 3600 from worked where day = d), 0) as "activeHours",
                coalesce((select sum(frames) from done where day = d), 0) as frames,
                coalesce((select sum(footage) from done where day = d), 0) as footage,
                (select count(*) from done where day = d) as tasks,
                coalesce((select sum(objects) from made where day = d), 0) as objects,
                coalesce((select sum(drawn) from made where day = d), 0) as drawn,
                coalesce((select sum(corrected) from made where day = d), 0) as corrected,
                coalesce((select sum(accepted) from made where day = d), 0) as accepted) c
            order by d
            """);
    queries.put(
        "throughput-people",
        ALL
            + by("person")
                .formatted(
                    "k as \"personId\", (select name from users where id = k) as person",
                    "(select name from users where id = k), k"));
    queries.put(
        "throughput-stages",
        ALL
            + by("stage")
                .formatted(
                    "k as \"stageId\", initcap(k) as stage",
                    "array_position(array['label', 'review', 'approved'], k)"));
    queries.put(
        "throughput-classes",
        ALL
            + """
            select class_id as "classId", initcap(class_id) as class,
              case class_id when 'ball' then '#00ff00' else '#ff0000' end as color,
              sum(objects) as objects, sum(drawn) as drawn,
              sum(corrected) as corrected, sum(reworked) as reworked, sum(accepted) as accepted,
              sum(objects) / (select sum(seconds) / 3600 from worked) as "objectsPerHour"
            from made group by class_id
            having sum(objects + drawn + corrected + reworked + accepted) > 0
            order by array_position(array['ball', 'dog'], class_id)
            """);
    queries.put(
        "active-days",
        "with recursive "
            + MOMENTS
            + """
            select day, person as "personId", (select name from users where id = person) as person,
              sum(seconds) / 3600 as hours, count(*) as moments
            from worked group by day, worked.person order by day,
              (select name from users where id = worked.person), worked.person
            """);
    queries.put(
        "active-tasks",
        "with recursive "
            + MOMENTS
            + """
            select t.id as "taskId", t.number as task, v.name as video,
              t.to_frame - t.from_frame as frames, sum(w.seconds) / 3600 as hours,
              sum(w.seconds) / (t.to_frame - t.from_frame) as "secondsPerFrame",
              count(distinct w.person) as people
            from worked w join tasks t on t.id = w.task join videos v on v.id = t.video_id
            group by t.id, v.name having sum(w.seconds) > 0
            order by sum(w.seconds) desc, t.number
            """);
    queries.put(
        "gold",
        """
        select g.user_id as "personId",
          coalesce((select name from users where id = g.user_id), 'Engine ' || g.engine) as who,
          count(*) as spans, sum(g.shapes) as shapes, sum(g.j) / count(*) as j,
          sum(g.f) / count(*) as f
        from simulated_gold g
        where (g.at at time zone 'UTC')::date between :from and :to
        group by g.user_id, g.engine
        order by who, g.user_id
        """);
    queries.put(
        "gold-days",
        """
        select (at at time zone 'UTC')::date as day, count(*) as spans, avg(j) as j, avg(f) as f
        from simulated_gold where user_id is not null
          and (at at time zone 'UTC')::date between :from and :to group by 1 order by 1
        """);
    queries.put(
        "sweeps",
        """
        select person as "personId", (select name from users where id = person) as person,
          count(*) as sweeps, sum(frames) as frames, sum(misses) as misses,
          1000.0 * sum(misses) / nullif(sum(frames), 0) as "perThousand"
        from (select s.person, s.sweep, sum(s.frames) as frames,
            (select count(*) from sweep_misses m where m.sweep_id = s.sweep) as misses
          from simulated_sweeps s group by s.person, s.sweep) each
        group by each.person order by (select name from users where id = each.person), each.person
        """);
  }

  /** A row a person or a stage. */
  private static String by(String key) {
    return """
    select %s, c.*, frames / nullif("activeHours", 0) as "framesPerHour",
      footage / nullif("activeHours", 0) as "footagePerHour",
      objects / nullif("activeHours", 0) as "objectsPerHour"
    from (select KEY as k from worked union select KEY from made union select KEY from done) keys,
      lateral (select
        coalesce((select sum(seconds) / 3600 from worked where KEY = k), 0) as "activeHours",
        (select count(*) from done where KEY = k) as tasks,
        coalesce((select sum(frames) from done where KEY = k), 0) as frames,
        coalesce((select sum(footage) from done where KEY = k), 0) as footage,
        coalesce((select sum(objects) from made where KEY = k), 0) as objects,
        coalesce((select sum(drawn) from made where KEY = k), 0) as drawn,
        coalesce((select sum(corrected) from made where KEY = k), 0) as corrected,
        coalesce((select sum(accepted) from made where KEY = k), 0) as accepted) c
    order by %s
    """
        .replace("KEY", key);
  }
}
