package io.keyreel.analytics;

import static io.keyreel.analytics.Recount.LABELS;

import java.util.Map;

/** Counts anew what the labels are like now, shape by shape. */
final class RecountLabels {
  private static final String COLOR =
      " initcap(class_id) as class, case class_id when 'ball' then '#00ff00' else '#ff0000' end as color,";
  private static final String SHARE = ", %1$s / nullif(sum(%1$s) over (), 0) as share";

  /** Every frame of every recording: whether it shows a shape, and whether somebody looked. */
  private static final String EVERY =
      """
      , every as (
        select s.id as set, v.id as video, f,
          exists (select from shapes x where x.set = s.id and x.f = g.f) as filled,
          exists (select from coverage c where c.label_set_id = s.id and c.state = 'SEEN'
            and g.f >= c.from_frame and g.f < c.to_frame) as seen
        from label_sets s join videos v on v.id = s.video_id
          cross join lateral generate_series(0, v.frame_count - 1) g (f)
        where s.project_id = :project and s.kind = 'TRUTH'
      )
      """;

  private RecountLabels() {}

  static void add(Map<String, String> queries) {
    queries.put(
        "shares",
        "with "
            + LABELS
            + " select class_id as \"classId\","
            + COLOR
            + """
             count(*) as shapes,
              count(*) filter (where source = 'human' and not corrected) as drawn,
              count(*) filter (where corrected) as corrected,
              count(*) filter (where source = 'accepted') as accepted,
              count(*) filter (where source = 'proposed') as proposed,
              count(*) filter (where source = 'interpolated') as interpolated,
              avg((source <> 'human')::int) as "machineShare"
            from shapes group by class_id order by class_id
            """);
    queries.put(
        "classes",
        "with "
            + LABELS
            + " , lives as (select class_id, track, count(*) * 0.04 as seconds from shapes group by 1, 2)"
            + " select class_id as \"classId\","
            + COLOR
            + """
             count(distinct track) as objects, count(*) as shapes,
              count(distinct track)::numeric / (select count(*) from lives) as "objectsShare",
              avg(area) / 1000000 as area,
              avg((case when state is null or state = 'ABSENT'
                then source in ('accepted', 'proposed') and seen = 1
                else state = 'OCCLUDED' end)::int) as occluded,
              avg(truncated::int) as truncated,
              (select percentile_cont(0.5) within group (order by seconds) from lives l
                where l.class_id = compared.class_id) as duration,
              avg(flicker) / 1000000 as flicker
            from compared group by class_id order by class_id
            """);
    queries.put(
        "sizes",
        "with "
            + LABELS
            + "select name as size, count(c.f) as shapes"
            + SHARE.formatted("count(c.f)")
            + """
             from (values (0, 0, 999, 'below 0.1 %'), (1, 1000, 2999, '0.1 – 0.3 %'),
              (2, 3000, 9999, '0.3 – 1 %'), (3, 10000, 29999, '1 – 3 %'), (4, 30000, 99999, '3 – 10 %'),
              (5, 100000, 299999, '10 – 30 %'), (6, 300000, 1000000, 'above 30 %'))
              b (place, low, high, name)
            left join compared c on c.area between b.low and b.high
            group by b.place, b.name order by b.place
            """);
    queries.put(
        "durations",
        "with "
            + LABELS
            + ", lives as (select track, count(*) * 0.04 as seconds from shapes group by track)"
            + "select name as duration, count(l.track) as objects"
            + SHARE.formatted("count(l.track)")
            + """
             from (values (0, 0, 0.5, 'below 0.5 s'), (1, 0.5, 1, '0.5 – 1 s'), (2, 1, 2, '1 – 2 s'),
              (3, 2, 5, '2 – 5 s'), (4, 5, 10, '5 – 10 s'), (5, 10, 30, '10 – 30 s'),
              (6, 30, 100000, 'above 30 s')) b (place, low, high, name)
            left join lives l on l.seconds >= b.low and l.seconds < b.high
            group by b.place, b.name order by b.place
            """);
    queries.put(
        "frames",
        "with "
            + LABELS
            + EVERY
            + "select name as kind, n as frames"
            + SHARE.formatted("n")
            + """
             from (
              select 0, 'With shapes', count(*) filter (where filled) from every
              union all select 1, 'Verified empty', count(*) filter (where not filled and seen) from every
              union all select 2, 'Unlabelled', count(*) filter (where not filled and not seen) from every
            ) b (place, name, n) order by place
            """);
    queries.put(
        "videos",
        "with "
            + LABELS
            + EVERY
            + """
            select e.video as "videoId", (select name from videos where id = e.video) as video,
              count(*) as frames, avg(seen::int) as seen, count(*) filter (where not filled) as empty,
              count(*) filter (where not filled and seen) as "emptySeen",
              (select count(distinct track) from shapes s where s.set = e.set) as objects,
              (select count(*) from shapes s where s.set = e.set) as shapes,
              (select avg(flicker) / 1000000 from compared c where c.set = e.set) as flicker
            from every e group by e.video, e.set
            order by count(*) filter (where not filled and not seen) desc, e.video
            """);
  }
}
