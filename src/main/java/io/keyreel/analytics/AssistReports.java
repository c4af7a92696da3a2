package io.keyreel.analytics;

import static io.keyreel.analytics.Definition.columns;

import java.util.List;

/** What the machine does for people, and how far its word can be trusted. */
final class AssistReports {
  private static final String NARROWED =
      """
      where project_id = :project and day between :from and :to
        and (cast(:person as uuid) is null or user_id = :person)
        and (cast(:class as text) is null or class_id = :class)
      """;
  private static final String DECIDED =
      "Frames on which a proposal stood and a person then decided: corrected, where they drew a"
          + " keyframe over it, or accepted as it was.";
  private static final String BINS =
      "with fixed as (select least(confidence / 50000, 19) as bin, confidence, iou"
          + " from analytics_corrections "
          + NARROWED
          + "), good as (select bin, frames, confidence from analytics_accepted "
          + NARROWED
          + ")";

  static final List<Definition> ALL =
      List.of(
          new Definition(
              "assist-days",
              "What people did, by day",
              "Seconds saved: what the shapes would have cost by hand, less what they cost so."
                  + " Drawn shapes save nothing.",
              columns(
                  "day Day DAY",
                  "drawn Drawn COUNT",
                  "corrected Corrected COUNT",
                  "accepted Accepted frames COUNT",
                  "spent Spent at stated costs SECONDS",
                  "saved Saved against drawing SECONDS"),
              """
              select d.day, coalesce(w.drawn, 0), coalesce(w.corrected, 0),
                coalesce(w.accepted, 0),
                coalesce(w.drawn * :draw + w.corrected * :correct + w.accepted * :accept, 0)::float8,
                coalesce(w.corrected * (:draw - :correct)
                  + w.accepted * (:draw - :accept), 0)::float8
              from (select g::date as day
                    from generate_series(:from::date, :to::date, interval '1 day') g) d
              left join (
                select day, sum(drawn) as drawn, sum(corrected) as corrected,
                  sum(accepted) as accepted from analytics_work
              """
                  + NARROWED
                  + """
                  group by day) w on w.day = d.day
                  order by d.day
                  """),
          new Definition(
              "calibration",
              "Confidence against what people then drew",
              DECIDED
                  + " Confidence promises the IoU with the truth: on corrected frames it is measured"
                  + " against what was drawn. People correct what looks wrong, so this is the"
                  + " machine at its worst.",
              columns(
                  "from Confidence from NUMBER",
                  "to Confidence to NUMBER",
                  "corrected Corrected COUNT",
                  "confidence Confidence, mean SHARE",
                  "iou IoU, mean SHARE",
                  "accepted Accepted COUNT"),
              BINS
                  + """
                  select (b / 20.0)::float8, ((b + 1) / 20.0)::float8, coalesce(f.n, 0),
                    f.confidence, f.iou, coalesce(g.n, 0)
                  from generate_series(0, 19) b
                  left join (select bin, count(*) as n,
                    (sum(confidence) / 1e6 / count(*))::float8 as confidence,
                    (sum(iou) / 1e6 / count(*))::float8 as iou from fixed group by bin) f
                    on f.bin = b
                  left join (select bin, sum(frames) as n from good group by bin) g on g.bin = b
                  order by b
                  """),
          new Definition(
              "calibration-weeks",
              "Calibration over time",
              DECIDED
                  + " The gap is the mean distance of the confidence from the IoU, bin by bin,"
                  + " weighted by frames; accepted frames count as an IoU of 1.",
              columns(
                  "week Week of DAY",
                  "decided Decided frames COUNT",
                  "corrected Corrected COUNT",
                  "confidence Confidence, mean SHARE",
                  "iou IoU, mean SHARE",
                  "gap Calibration gap SHARE"),
              "with decided as (select day, least(confidence / 50000, 19) as bin, count(*) as n,"
                  + " count(*) as corrected, sum(confidence) as confidence, sum(iou) as iou"
                  + " from analytics_corrections "
                  + NARROWED
                  + " group by 1, 2 union all select day, bin, sum(frames), 0, sum(confidence),"
                  + " sum(frames) * 1000000 from analytics_accepted "
                  + NARROWED
                  + " group by 1, 2"
                  + """
                  ), bins as (
                    select date_trunc('week', day)::date as week, bin, sum(n) as n, sum(corrected) as corrected,
                      sum(confidence) as confidence, sum(iou) as iou
                    from decided group by 1, 2
                  )
                  select week, sum(n), sum(corrected), (sum(confidence) / 1e6 / sum(n))::float8,
                    (sum(iou) / 1e6 / sum(n))::float8,
                    (sum(abs(confidence - iou)) / 1e6 / sum(n))::float8
                  from bins group by week order by week
                  """),
          new Definition(
              "error-caught",
              "Error caught, least confident first",
              DECIDED
                  + " The error of a frame is 1 - IoU, and none where it was accepted. Looking at"
                  + " all frames up to a confidence catches this share of the error.",
              columns(
                  "upTo Confidence below NUMBER",
                  "frames Frames COUNT",
                  "framesShare Share of the frames SHARE",
                  "errorShare Share of the error SHARE"),
              BINS
                  + """
                  , bins as (
                    select b, coalesce(f.n, 0) + coalesce(g.n, 0) as n, coalesce(f.error, 0) as error
                    from generate_series(0, 19) b
                    left join (select bin, count(*) as n, sum(1000000 - iou) as error
                      from fixed group by bin) f on f.bin = b
                    left join (select bin, sum(frames) as n from good group by bin) g on g.bin = b
                  )
                  select ((b + 1) / 20.0)::float8, n,
                    (sum(n) over (order by b) / nullif(sum(n) over (), 0))::float8,
                    (sum(error) over (order by b) / nullif(sum(error) over (), 0))::float8
                  from bins order by b
                  """),
          new Definition(
              "surprises",
              "Sure, and wrong",
              "Corrected frames on which the confidence was farthest above the IoU, at most 100.",
              columns(
                  "taskId Task id ID",
                  "task Task COUNT",
                  "video Recording TEXT",
                  "trackId Track id ID",
                  "class Class TEXT",
                  "frame Frame COUNT",
                  "confidence Confidence SHARE",
                  "iou IoU SHARE",
                  "engine Engine TEXT"),
              "select c.task_id, t.number, v.name, c.track_id,"
                  + " coalesce(k.name, nullif(c.class_id, ''), 'No class'), c.frame,"
                  + " c.confidence / 1e6::float8, c.iou / 1e6::float8, c.engine"
                  + " from (select * from analytics_corrections "
                  + NARROWED
                  + """
                  and confidence > iou order by confidence - iou desc, label_set_id, seq limit 100) c
                  join label_sets s on s.id = c.label_set_id join videos v on v.id = s.video_id
                  left join tasks t on t.id = c.task_id
                  left join class_names(:project) k on k.id = c.class_id
                  order by c.confidence - c.iou desc, c.label_set_id, c.seq
                  """));

  private AssistReports() {}
}
