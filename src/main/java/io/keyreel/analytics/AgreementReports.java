package io.keyreel.analytics;

import static io.keyreel.analytics.Definition.columns;

import java.util.List;

/** How far people agree with each other and with known labels, on shapes, classes and events. */
final class AgreementReports {
  private static final String ABOUT =
      "What was labelled apart, and gold spans, measured each time that all have handed in.";

  private static final String MEASURED =
      """
      measured as (
        select m.*, (m.at at time zone 'UTC')::date as day from agreements m
        where m.project_id = :project
          and m.at >= :from::timestamp at time zone 'UTC'
          and m.at < (:to::timestamp + interval '1 day') at time zone 'UTC'
      ), pairs as (
        select m.kind, m.day, m.task_id, p.* from measured m
          join agreement_pairs p on p.agreement_id = m.id
        where (cast(:person as uuid) is null or :person in (p.a, p.b))
          and (cast(:class as text) is null or p.class_id = :class)
      ), sides as (
        select a as who, kind, day, task_id, shapes, j, f from pairs
        union all
        select b, kind, day, task_id, shapes, j, f from pairs where b is not null
      ), named as (
        select m.kind, m.task_id, c.* from measured m
          join agreement_classes c on c.agreement_id = m.id
        where (cast(:person as uuid) is null or :person in (c.a, c.b))
          and (cast(:class as text) is null or :class in (c.class_a, c.class_b))
      )
      """;

  private static final String JF = "(sum(j + f) / 2 / nullif(sum(shapes), 0))::float8\n";

  static final List<Definition> ALL =
      List.of(
          new Definition(
              "agreement-people",
              "Agreement of people",
              ABOUT + " J&F over all shapes of a person, against colleagues and against gold.",
              columns(
                  "personId Person id ID",
                  "person Person TEXT",
                  "tasks Tasks COUNT",
                  "shapes Shapes COUNT",
                  "apart J&F with others SHARE",
                  "gold J&F with gold SHARE"),
              "with "
                  + MEASURED
                  + """
                  select s.who, u.name, count(distinct s.task_id), sum(s.shapes),
                    (sum(s.j + s.f) filter (where kind = 'APART') / 2
                      / nullif(sum(s.shapes) filter (where kind = 'APART'), 0))::float8,
                    (sum(s.j + s.f) filter (where kind = 'GOLD') / 2
                      / nullif(sum(s.shapes) filter (where kind = 'GOLD'), 0))::float8
                  from sides s join users u on u.id = s.who
                  group by s.who, u.name order by u.name, s.who
                  """),
          new Definition(
              "agreement-classes",
              "Agreement by class",
              ABOUT + " J&F over all shapes of a class, the least agreed first.",
              columns(
                  "classId Class id ID",
                  "class Class TEXT",
                  "color Colour COLOR",
                  "shapes Shapes COUNT",
                  "j J, mean SHARE",
                  "f F, mean SHARE",
                  "jf J&F, mean SHARE"),
              "with "
                  + MEASURED
                  + "select p.class_id, coalesce(k.name, nullif(p.class_id, ''), 'No class'), k.color,"
                  + " sum(p.shapes), (sum(p.j) / nullif(sum(p.shapes), 0))::float8,"
                  + " (sum(p.f) / nullif(sum(p.shapes), 0))::float8, "
                  + JF
                  + """
                  from pairs p left join class_names(:project) k on k.id = p.class_id
                  group by p.class_id, k.name, k.color order by 7, 1
                  """),
          new Definition(
              "alpha",
              "Krippendorff’s alpha",
              ABOUT
                  + " 1 is full agreement, 0 what chance gives. Classes: of objects that two people"
                  + " both have; events: frame by frame, there or not.",
              columns(
                  "what What TEXT",
                  "against Against TEXT",
                  "values Judgements COUNT",
                  "alpha Alpha NUMBER"),
              "with "
                  + MEASURED
                  + """
                  , words as (
                    select kind, class_a as word, sum(tracks) as n from named
                    where class_a <> '' and class_b <> '' group by 1, 2
                    union all
                    select kind, class_b, sum(tracks) from named
                    where class_a <> '' and class_b <> '' group by 1, 2
                  ), totals as (
                    select kind, word, sum(n)::float8 as n from words group by 1, 2
                  ), alike as (
                    select kind, sum(n) as n, sum(n * (n - 1)) as same from totals group by kind
                  ), apart as (
                    select kind, 2.0 * sum(tracks) as differ from named
                    where class_a <> '' and class_b <> '' and class_a <> class_b group by kind
                  ), events as (
                    select m.kind, sum(e.yes)::float8 as yes, sum(e.no)::float8 as no,
                      sum(e.apart) as differ
                    from measured m join agreement_events e on e.agreement_id = m.id
                    where cast(:class as text) is null or e.class_id = :class group by m.kind
                  )
                  select 'Classes', case a.kind when 'GOLD' then 'Gold' else 'Each other' end,
                    a.n::bigint,
                    case when a.n * (a.n - 1) - a.same = 0 then 1
                      else 1 - coalesce(d.differ, 0) * (a.n - 1) / (a.n * (a.n - 1) - a.same) end
                  from alike a left join apart d on d.kind = a.kind where a.n > 1
                  union all
                  select 'Events', case e.kind when 'GOLD' then 'Gold' else 'Each other' end,
                    (e.yes + e.no)::bigint,
                    case when e.yes * e.no = 0 then 1
                      else 1 - e.differ * (e.yes + e.no - 1) / (2 * e.yes * e.no) end
                  from events e where e.yes + e.no > 1
                  order by 1, 2
                  """),
          new Definition(
              "confusion",
              "Called differently",
              ABOUT + " What one person calls it and another, or the known labels, do.",
              columns(
                  "aId Class id ID",
                  "a Called TEXT",
                  "bId Other class id ID",
                  "b By others TEXT",
                  "objects Objects COUNT",
                  "shapes Shapes COUNT",
                  "share Of its shapes SHARE"),
              "with "
                  + MEASURED
                  + """
                  , both_ways as (
                    select class_a, class_b, tracks, shapes from named
                    union all
                    select class_b, class_a, tracks, shapes from named where class_a <> class_b
                  ), sums as (
                    select class_a, class_b, sum(tracks) as tracks, sum(shapes) as shapes,
                      sum(sum(shapes)) over (partition by class_a) as whole
                    from both_ways group by class_a, class_b
                  )
                  select s.class_a, coalesce(ka.name, nullif(s.class_a, ''), 'Nothing'),
                    s.class_b, coalesce(kb.name, nullif(s.class_b, ''), 'Nothing'),
                    s.tracks, s.shapes, (s.shapes / nullif(s.whole, 0))::float8
                  from sums s left join class_names(:project) ka on ka.id = s.class_a
                    left join class_names(:project) kb on kb.id = s.class_b
                  where s.class_a <> s.class_b and s.class_a <> ''
                  order by s.shapes desc, 2, 4 limit 100
                  """),
          new Definition(
              "drift",
              "Drift",
              ABOUT + " J&F of each person by week: whose labels move away from the others’.",
              columns(
                  "week Week DAY",
                  "personId Person id ID",
                  "person Person TEXT",
                  "shapes Shapes COUNT",
                  "jf J&F, mean SHARE"),
              "with "
                  + MEASURED
                  + "select date_trunc('week', s.day)::date, s.who, u.name, sum(shapes), "
                  + JF
                  + """
                  from sides s join users u on u.id = s.who
                  group by 1, s.who, u.name order by 1, u.name, s.who
                  """),
          new Definition(
              "agreement-frames",
              "Least agreed frames",
              ABOUT + " The frames on which people agree least, at most 100.",
              columns(
                  "taskId Task id ID",
                  "task Task COUNT",
                  "video Recording TEXT",
                  "frame Frame COUNT",
                  "jf J&F SHARE"),
              "with "
                  + MEASURED
                  + """
                  select t.id, t.number, v.name, f.frame, f.jf::float8
                  from measured m join agreement_frames f on f.agreement_id = m.id
                    join tasks t on t.id = m.task_id join videos v on v.id = t.video_id
                  where m.kind = 'APART' and f.jf < 1
                    and (cast(:person as uuid) is null or exists (select from pairs p
                      where p.agreement_id = m.id))
                  order by f.jf, t.number, f.frame limit 100
                  """));

  private AgreementReports() {}
}
