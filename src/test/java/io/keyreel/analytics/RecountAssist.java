package io.keyreel.analytics;

import static io.keyreel.analytics.Recount.DEEDS;
import static io.keyreel.analytics.Recount.FIXED;

import java.util.Map;

/** Counts anew what the machine did, and how far its word could be trusted. */
final class RecountAssist {
  private static final String DECIDED = "with " + DEEDS + ", " + FIXED;

  private RecountAssist() {}

  static void add(Map<String, String> queries) {
    queries.put(
        "assist-days",
        "with "
            + DEEDS
            + """
            select d::date as day, coalesce(sum(drawn), 0) as drawn,
              coalesce(sum(corrected), 0) as corrected, coalesce(sum(accepted), 0) as accepted,
              coalesce(sum(drawn * 25 + corrected * 10 + accepted * 0.5), 0) as spent,
              coalesce(sum(corrected * 15 + accepted * 24.5), 0) as saved
            from generate_series(:from::timestamp, :to::timestamp, interval '1 day') d
            left join made on made.day = d group by d order by d
            """);
    queries.put(
        "calibration",
        DECIDED
            + """
            select b / 20.0 as from, (b + 1) / 20.0 as to,
              coalesce(sum(corrected), 0) as corrected,
              avg(sure) filter (where corrected = 1) / 1000000 as confidence,
              avg(iou) filter (where corrected = 1) / 1000000 as iou,
              count(*) filter (where corrected = 0) as accepted
            from generate_series(0, 19) b left join decided on bin = b group by b order by b
            """);
    queries.put(
        "calibration-weeks",
        DECIDED
            + """
            , weeks as (
              select day - (extract(isodow from day)::int - 1) as week, bin, count(*) as n,
                sum(corrected) as corrected, avg(sure) as sure, avg(iou) as iou
              from decided group by 1, 2
            )
            select week, sum(n) as decided, sum(corrected) as corrected,
              sum(n * sure) / sum(n) / 1000000 as confidence, sum(n * iou) / sum(n) / 1000000 as iou,
              sum(n * abs(sure - iou)) / sum(n) / 1000000 as gap
            from weeks group by week order by week
            """);
    queries.put(
        "error-caught",
        DECIDED
            + """
            select (b + 1) / 20.0 as "upTo", (select count(*) from decided where bin = b) as frames,
              (select count(*) from decided where bin <= b)::float8
                / (select count(*) from decided) as "framesShare",
              coalesce((select sum(1000000 - iou) from decided where bin <= b), 0)::float8
                / (select sum(1000000 - iou) from decided) as "errorShare"
            from generate_series(0, 19) b order by b
            """);
    queries.put(
        "surprises",
        DECIDED
            + """
            select f.task as "taskId", t.number as task, v.name as video, f.track as "trackId",
              initcap(f.class_id) as class, (f.after->>'frame')::int as frame,
              f.sure / 1e6 as confidence, f.iou / 1e6 as iou, 'simulated' as engine
            from fixed f join tasks t on t.id = f.task join videos v on v.id = t.video_id
            where f.sure > f.iou order by f.sure - f.iou desc, f.label_set_id, f.seq limit 100
            """);
  }
}
