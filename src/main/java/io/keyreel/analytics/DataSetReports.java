package io.keyreel.analytics;

import static io.keyreel.analytics.Definition.columns;

import java.util.List;

/** What the labels are like now. */
final class DataSetReports {
  private static final String NOW =
      "As the labels stand now, whatever the days and the person. A stage narrows to recordings"
          + " that have a task at it.";
  private static final String SETS =
      """
      sets as (
        select s.id, s.video_id from label_sets s
        where s.project_id = :project and s.kind = 'TRUTH'
          and (cast(:stage as text) is null or exists (
            select from tasks t where t.label_set_id = s.id and t.stage = :stage))
      )
      """;
  private static final String TRACKS =
      SETS
          + """
          , lines as (
            select b.*, b.drawn + b.corrected + b.accepted + b.proposed + b.interpolated as shapes,
              v.id as video_id,
              (b.drawn + b.corrected + b.accepted + b.proposed + b.interpolated)
                * v.duration_us / 1e6 / nullif(v.frame_count, 0) as seconds
            from analytics_tracks b join sets s on s.id = b.label_set_id
              join videos v on v.id = s.video_id
            where b.project_id = :project
              and (cast(:class as text) is null or b.class_id = :class)
          )
          """;

  static final List<Definition> ALL =
      List.of(
          new Definition(
              "shares",
              "What the labels are made of",
              NOW
                  + " Drawn and corrected shapes are keyframes; accepted and proposed ones are the"
                  + " machine's; interpolated ones lie between keyframes of boxes, lines and points.",
              columns(
                  "classId Class id ID",
                  "class Class TEXT",
                  "color Colour COLOR",
                  "shapes Shapes COUNT",
                  "drawn Drawn COUNT",
                  "corrected Corrected COUNT",
                  "accepted Accepted COUNT",
                  "proposed Proposed, unseen COUNT",
                  "interpolated Interpolated COUNT",
                  "machineShare By machine SHARE"),
              "with "
                  + TRACKS
                  + """
                  , sums as (
                    select class_id, sum(drawn) as drawn, sum(corrected) as corrected,
                      sum(accepted) as accepted, sum(proposed) as proposed,
                      sum(interpolated) as interpolated,
                      sum(drawn + corrected + accepted + proposed + interpolated) as shapes
                    from lines group by class_id
                  )
                  select w.class_id, coalesce(k.name, nullif(w.class_id, ''), 'No class'), k.color,
                    shapes, drawn, corrected, accepted, proposed, interpolated,
                    ((accepted + proposed + interpolated) / shapes)::float8
                  from sums w left join class_names(:project) k on k.id = w.class_id
                  order by k.place nulls last, w.class_id
                  """),
          new Definition(
              "classes",
              "Balance of the classes",
              NOW
                  + " Flicker is what changes of a mask from a frame to the next beside its motion:"
                  + " 1 - IoU with the boxes laid centre on centre. A duration is the footage on"
                  + " which an object shows.",
              columns(
                  "classId Class id ID",
                  "class Class TEXT",
                  "color Colour COLOR",
                  "objects Objects COUNT",
                  "shapes Shapes COUNT",
                  "objectsShare Share of objects SHARE",
                  "area Mean size, of the frame SHARE",
                  "occluded Occluded SHARE",
                  "truncated Cut by the edge SHARE",
                  "duration Duration, median SECONDS",
                  "flicker Flicker SHARE"),
              "with "
                  + TRACKS
                  + """
                  select t.class_id, coalesce(k.name, nullif(t.class_id, ''), 'No class'), k.color,
                    count(*), sum(shapes), (count(*)::float8 / sum(count(*)) over ())::float8,
                    (sum(area) / 1e6 / nullif(sum(areas), 0))::float8,
                    (sum(occluded) / sum(shapes))::float8, (sum(truncated) / sum(shapes))::float8,
                    percentile_cont(0.5) within group (order by seconds::float8),
                    (sum(flicker) / 1e6 / nullif(sum(pairs), 0))::float8
                  from lines t left join class_names(:project) k on k.id = t.class_id
                  group by t.class_id, k.name, k.color, k.place
                  order by k.place nulls last, t.class_id
                  """),
          new Definition(
              "sizes",
              "Sizes of the shapes",
              NOW + " A size is the share of the frame that a shape covers.",
              columns("size Share of the frame TEXT", "shapes Shapes COUNT", "share Share SHARE"),
              "with "
                  + TRACKS
                  + """
                  , sums as (
                    select coalesce(sum(size0), 0) as s0, coalesce(sum(size1), 0) as s1,
                      coalesce(sum(size2), 0) as s2, coalesce(sum(size3), 0) as s3,
                      coalesce(sum(size4), 0) as s4, coalesce(sum(size5), 0) as s5,
                      coalesce(sum(size6), 0) as s6 from lines
                  )
                  select b.name, b.n, (b.n / nullif(sum(b.n) over (), 0))::float8
                  from sums, lateral (values (0, 'below 0.1 %', s0), (1, '0.1 – 0.3 %', s1),
                    (2, '0.3 – 1 %', s2), (3, '1 – 3 %', s3), (4, '3 – 10 %', s4),
                    (5, '10 – 30 %', s5), (6, 'above 30 %', s6)) b (place, name, n)
                  order by b.place
                  """),
          new Definition(
              "durations",
              "How long objects show",
              NOW + " A duration is the footage on which an object shows.",
              columns("duration Duration TEXT", "objects Objects COUNT", "share Share SHARE"),
              "with "
                  + TRACKS
                  + """
                  select b.name, count(t.track_id),
                    (count(t.track_id)::float8 / nullif(sum(count(t.track_id)) over (), 0))::float8
                  from (values (0, 'below 0.5 s', 0, 0.5), (1, '0.5 – 1 s', 0.5, 1),
                    (2, '1 – 2 s', 1, 2), (3, '2 – 5 s', 2, 5), (4, '5 – 10 s', 5, 10),
                    (5, '10 – 30 s', 10, 30), (6, 'above 30 s', 30, 1e12)) b (place, name, low, high)
                  left join lines t on t.seconds >= b.low and t.seconds < b.high
                  group by b.place, b.name order by b.place
                  """),
          new Definition(
              "videos",
              "Recordings",
              NOW
                  + " Empty frames show no shape of any class: verified ones were looked at by"
                  + " somebody, the others nobody has seen.",
              columns(
                  "videoId Recording id ID",
                  "video Recording TEXT",
                  "frames Frames COUNT",
                  "seen Looked at SHARE",
                  "empty Empty frames COUNT",
                  "emptySeen Verified empty COUNT",
                  "objects Objects COUNT",
                  "shapes Shapes COUNT",
                  "flicker Flicker SHARE"),
              "with "
                  + TRACKS
                  + """
                  select v.id, v.name, v.frame_count,
                    (coalesce(a.seen, 0)::float8 / nullif(v.frame_count, 0))::float8,
                    coalesce(a.empty_frames, v.frame_count), coalesce(a.empty_seen, 0),
                    count(t.track_id), coalesce(sum(t.shapes), 0),
                    (sum(t.flicker) / 1e6 / nullif(sum(t.pairs), 0))::float8
                  from sets s join videos v on v.id = s.video_id
                  left join analytics_sets a on a.label_set_id = s.id
                  left join lines t on t.label_set_id = s.id
                  group by v.id, a.label_set_id
                  order by coalesce(a.empty_frames, v.frame_count) - coalesce(a.empty_seen, 0) desc,
                    v.name, v.id limit 500
                  """),
          new Definition(
              "frames",
              "Frames of the data set",
              NOW + " Empty frames show no shape; verified ones were looked at by somebody.",
              columns("kind Frames TEXT", "frames Frames COUNT", "share Share SHARE"),
              "with "
                  + SETS
                  + """
                  , sums as (
                    select coalesce(sum(v.frame_count), 0) as frames,
                      coalesce(sum(coalesce(a.empty_frames, v.frame_count)), 0) as empty,
                      coalesce(sum(coalesce(a.empty_seen, 0)), 0) as verified
                    from sets s join videos v on v.id = s.video_id
                    left join analytics_sets a on a.label_set_id = s.id
                  )
                  select b.name, b.n, (b.n::float8 / nullif(frames, 0))::float8
                  from sums, lateral (values (0, 'With shapes', frames - empty),
                    (1, 'Verified empty', verified), (2, 'Unlabelled', empty - verified))
                    b (place, name, n)
                  order by b.place
                  """),
          new Definition(
              "duplicates",
              "Recordings that look alike",
              "Tiles of the storyboards are compared by a perceptual hash (64 bits, at most 6 apart)."
                  + " Shown are pairs of which the shorter one shares at least half its tiles. Fixed"
                  + " cameras look alike, too.",
              columns(
                  "videoId Recording id ID",
                  "video Recording TEXT",
                  "other Looks like TEXT",
                  "shared Shared tiles SHARE"),
              """
              select a.id, a.name, b.name, w.shared / 1e6::float8
              from analytics_twins w join videos a on a.id = w.video_id
                join videos b on b.id = w.other_id
              where a.project_id = :project order by w.shared desc, a.name, b.name limit 200
              """));

  private DataSetReports() {}
}
