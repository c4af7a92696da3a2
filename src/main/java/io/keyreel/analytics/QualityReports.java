package io.keyreel.analytics;

import static io.keyreel.analytics.Definition.columns;

import java.util.List;

/** How good people and engines are where the truth is known, and what sweeps found missing. */
final class QualityReports {
  private static final String SCORES =
      """
      scores as (
        select s.*, (s.at at time zone 'UTC')::date as day
        from gold_scores s join gold_spans g on g.id = s.gold_id
        where g.project_id = :project
          and s.at >= :from::timestamp at time zone 'UTC'
          and s.at < (:to::timestamp + interval '1 day') at time zone 'UTC'
          and (cast(:person as uuid) is null or s.user_id = :person)
      )
      """;
  private static final String KNOWN =
      "Labels of gold spans against their hidden truth: J is the overlap of the masks, F that of"
          + " their outlines; means over the spans that were labelled.";

  static final List<Definition> ALL =
      List.of(
          new Definition(
              "gold",
              "Against known labels",
              KNOWN,
              columns(
                  "personId Person id ID",
                  "who Who TEXT",
                  "spans Spans COUNT",
                  "shapes Shapes COUNT",
                  "j J, mean SHARE",
                  "f F, mean SHARE"),
              "with "
                  + SCORES
                  + """
                  select s.user_id, coalesce(u.name, 'Engine ' || s.engine, ''), count(*),
                    sum(s.shapes), avg(s.j)::float8, avg(s.f)::float8
                  from scores s left join users u on u.id = s.user_id
                  group by s.user_id, u.name, s.engine order by 2, s.user_id
                  """),
          new Definition(
              "gold-days",
              "Against known labels, by day",
              KNOWN,
              columns("day Day DAY", "spans Spans COUNT", "j J, mean SHARE", "f F, mean SHARE"),
              "with "
                  + SCORES
                  + """
                  select day, count(*), avg(j)::float8, avg(f)::float8 from scores
                  where user_id is not null group by day order by day
                  """),
          new Definition(
              "sweeps",
              "Sweeps",
              "Passes that show everything, and the objects found in them that nobody had drawn.",
              columns(
                  "personId Person id ID",
                  "person Person TEXT",
                  "sweeps Sweeps COUNT",
                  "frames Frames shown COUNT",
                  "misses Found missing COUNT",
                  "perThousand Missing in 1000 frames NUMBER"),
              """
              select w.user_id, u.name, count(*), sum(w.frames), sum(w.misses),
                (1000.0 * sum(w.misses) / nullif(sum(w.frames), 0))::float8
              from sweeps w join tasks t on t.id = w.task_id join users u on u.id = w.user_id
              where t.project_id = :project
                and w.started_at >= :from::timestamp at time zone 'UTC'
                and w.started_at < (:to::timestamp + interval '1 day') at time zone 'UTC'
                and (cast(:person as uuid) is null or w.user_id = :person)
              group by w.user_id, u.name order by u.name, w.user_id
              """));

  private QualityReports() {}
}
