package io.keyreel.analytics;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of the reports counted anew from what they come from: changes, proposal chunks,
 * transitions, activity, coverage and the labels themselves. Each query names a report's columns
 * and knows nothing of how the reports are counted. Class and person are not narrowed.
 */
final class Recount {
  static final Map<String, String> QUERIES = new LinkedHashMap<>();

  /** Moments of people, each instant once, with the stage the task was at. */
  static final String MOMENTS =
      """
      moments as (
        select distinct on (person, at) person, at, task from (
          select author as person, at, task_id as task from changes
          where (op_id is not null or kind in ('task', 'note')) and task_id is not null
          union all select user_id, at, task_id from activity
        ) every
        order by person, at, task desc
      ), pauses as (
        select m.*, (select min(n.at) from moments n where n.person = m.person and n.at > m.at)
          - m.at as pause,
          coalesce(
            (select x.to_stage from transitions x where x.task_id = m.task and x.at =
              (select max(y.at) from transitions y where y.task_id = m.task and y.at <= m.at)),
            'label') as stage
        from moments m
      ), worked as (
        select person, task, stage, (at at time zone 'UTC')::date as day,
          case when pause <= interval '1 minute' then extract(epoch from pause) else 0 end as seconds
        from pauses
        where (select project_id from tasks where id = task) = :project
      )
      """;

  /** What tracks were called, from which change to which. */
  static final String NAMED =
      """
      named as (
        select label_set_id, substr(subject, 7) as track, seq as since,
          lead(seq, 1, 1000000000::bigint) over (partition by label_set_id, subject order by seq) as till,
          coalesce(after, before)->>'classId' as class_id
        from changes where subject like 'track:%' and applied and op_id is not null
      )
      """;

  /** People's edits with their class and stage, each keyframe with what it was before. */
  static final String DEEDS =
      NAMED
          + """
          , history as (
            select c.*, (lag(c.after) over before_it)->>'draft' as was,
              lag(c.kind) over before_it as last_kind
            from changes c where c.applied and c.op_id is not null
            window before_it as (partition by c.label_set_id, c.subject order by c.seq)
          ), deeds as (
            select h.label_set_id, h.seq, h.kind, h.author as person, h.task_id as task, h.at,
              (h.at at time zone 'UTC')::date as day, h.after, n.class_id, w.track,
              coalesce(
                (select x.to_stage from transitions x where x.task_id = h.task_id and x.at <= h.at
                 order by x.at desc limit 1), 'label') as stage,
              h.kind in ('keyframe.put', 'keyframe.commit') and h.after->>'draft' = 'false' as solid,
              h.last_kind is null or h.last_kind = 'keyframe.delete' or h.was = 'true' as fresh
            from history h
            cross join lateral (select case when h.subject like 'track:%' then substr(h.subject, 7)
              else coalesce(h.after, (select p.after from changes p
                where p.label_set_id = h.label_set_id and p.subject = h.subject and p.seq < h.seq
                  and p.after is not null order by p.seq desc limit 1))->>'track' end as track) w
            left join named n on n.label_set_id = h.label_set_id and n.track = w.track
              and h.seq >= n.since and h.seq < n.till
            where h.label_set_id in (select id from label_sets where project_id = :project)
          ), stood as (
            select d.*, p.confidence, p.run
            from deeds d
            left join lateral (
              select q.run_id as run, q.confidence[(d.after->>'frame')::int - q.from_frame + 1]
                as confidence,
                q.visibility[(d.after->>'frame')::int - q.from_frame + 1] as seen
              from proposals q join changes w on w.label_set_id = q.label_set_id
                and w.kind = 'proposals' and (w.after->>'run')::uuid = q.run_id
                and (w.after->>'track')::uuid = q.track_id
                and (w.after->>'from')::int = q.from_frame and w.seq < d.seq
              where d.solid and d.fresh and q.track_id = d.track::uuid
                and q.slot = d.after->>'slot'
                and (d.after->>'frame')::int between q.from_frame and q.to_frame - 1
              order by q.generation desc limit 1
            ) p on p.seen is distinct from 2
          ), given as (
            select d.*, f.confidence
            from deeds d
            join proposals q on q.run_id = (d.after->>'run')::uuid
              and q.track_id = (d.after->>'track')::uuid
              and q.generation = (d.after->>'generation')::bigint
            cross join lateral unnest(q.confidence, q.visibility) with ordinality
              as f (confidence, seen, n)
            where d.kind = 'acceptance.put' and f.seen <> 2
              and q.from_frame + f.n - 1 between (d.after->>'from')::int and (d.after->>'to')::int - 1
          ), made as (
            select person, day, stage, coalesce(class_id, '') as class_id,
              (kind = 'track.create')::int as objects,
              (solid and fresh and confidence is null)::int as drawn,
              (solid and fresh and confidence is not null)::int as corrected,
              (solid and not fresh)::int as reworked, 0 as accepted
            from stood
            union all
            select person, day, stage, coalesce(class_id, ''), 0, 0, 0, 0, 1 from given
          )
          """;

  static final String DONE =
      """
      done as (
        select x.author as person, x.from_stage as stage, x.to_stage,
          (x.at at time zone 'UTC')::date as day, x.action,
          t.to_frame - t.from_frame as frames, (t.to_frame - t.from_frame) * 0.04 as footage
        from transitions x join tasks t on t.id = x.task_id
        where t.project_id = :project and x.from_stage <> x.to_stage and x.from_stage <> 'approved'
          and x.action <> 'undo' and x.undone_by is null
      )
      """;

  /** The corrected frames with the overlap of their rectangles. */
  static final String FIXED =
      """
      fixed as (
        select s.*, round(s.confidence::float8 * 1000000)::int as sure,
          round(1e6 * over.pixels
            / ((k.w * k.h) + (p.w * p.h) - over.pixels))::int as iou
        from stood s
        join simulated p on p.run_id = s.run and p.track_id = s.track::uuid
          and p.frame = (s.after->>'frame')::int
        cross join lateral (select (s.after->'shape'->>'x')::int as x,
          (s.after->'shape'->>'y')::int as y, (s.after->'shape'->>'width')::int as w,
          (s.after->'shape'->>'height')::int as h) k
        cross join lateral (select
          greatest(0, least(k.x + k.w, p.x + p.w) - greatest(k.x, p.x))::numeric
          * greatest(0, least(k.y + k.h, p.y + p.h) - greatest(k.y, p.y)) as pixels) over
        where s.confidence is not null
      ), decided as (
        select least(sure / 50000, 19) as bin, 1 as corrected, sure::bigint, iou::bigint, day
        from fixed
        union all
        select least(round(confidence::float8 * 1000000)::int / 50000, 19), 0,
          round(confidence::float8 * 1000000)::bigint, 1000000, day from given
      )
      """;

  /** Every shape of every living object on every frame. */
  static final String SHOWN =
      """
      kept as (
        select t.id as track, t.class_id, s.id as set, v.id as video, v.frame_count, v.duration_us
        from tracks t join label_sets s on s.id = t.label_set_id join videos v on v.id = s.video_id
        where s.project_id = :project and s.kind = 'TRUTH' and not t.deleted
      ), places as (
        select k.*, f from kept k cross join lateral generate_series(0, k.frame_count - 1) f
      ), read as (
        select p.*, h.shape as drawn, h.slot as drawn_slot, c.visibility as state,
          coalesce(c.truncated, false) as truncated,
          coalesce(ok.run_id, newest.run_id) as run, ok.run_id is not null as accepted,
          coalesce(ok.seen, newest.seen) as seen,
          exists (select from keyframes a where a.track_id = p.track and a.slot = 'BOX'
            and a.frame < p.f) and exists (select from keyframes a where a.track_id = p.track
            and a.slot = 'BOX' and a.frame > p.f) as between_boxes
        from places p
        left join keyframes h on h.track_id = p.track and h.frame = p.f
        left join lateral (select visibility, truncated from track_states x where x.track_id = p.track
          and x.frame <= p.f order by x.frame desc limit 1) c on true
        left join lateral (
          select q.run_id, q.visibility[p.f - q.from_frame + 1] as seen
          from proposals q where q.track_id = p.track and p.f between q.from_frame and q.to_frame - 1
          order by q.generation desc limit 1) newest on true
        left join lateral (
          select q.run_id, q.visibility[p.f - q.from_frame + 1] as seen
          from acceptances a join proposals q on q.run_id = a.run_id and q.track_id = a.track_id
            and q.generation = a.generation
          where a.track_id = p.track and p.f between a.from_frame and a.to_frame - 1
            and p.f between q.from_frame and q.to_frame - 1
          order by a.at desc, a.id desc limit 1) ok on true
      ), named_shapes as (
        select r.*, case when drawn is not null then 'human' when state = 'ABSENT' then null
            when run is not null and seen <> 2 then case when accepted then 'accepted' else 'proposed' end
            when run is null and between_boxes then 'interpolated' end as source
        from read r
      ), shapes as (
        select n.*, coalesce(drawn->>'width', m.w::text, '20')::float8::int as w,
          coalesce(drawn->>'height', m.h::text, '10')::float8::int as h,
          source = 'human' and exists (select from corrections c
            where c.track = n.track::text and c.frame = n.f) as corrected,
          coalesce(drawn_slot = 'BOX', run is null) as box
        from named_shapes n
        left join simulated m on m.run_id = n.run and m.track_id = n.track and m.frame = n.f
          and n.drawn is null
        where source is not null
      ), sized as (
        select s.*, round(1e6 * s.w * s.h / (64 * 48))::int as area,
          case when not s.box then lag(s.w) over line end as w0,
          case when not s.box then lag(s.h) over line end as h0,
          lag(s.f) over line = s.f - 1 and not s.box as follows
        from shapes s window line as (partition by s.track, s.box order by s.f)
      ), compared as (
        select s.*, case when follows then round(1e6 * (1 - least(w, w0)::numeric * least(h, h0)
          / (w * h + w0 * h0 - least(w, w0) * least(h, h0)))) end as flicker
        from sized s
      )
      """;

  static final String LABELS =
      DEEDS
          + ", corrections as (select distinct track, (after->>'frame')::int as frame from stood"
          + " where confidence is not null), "
          + SHOWN;

  /** What the moves were that nobody took back, each with who had made the one before. */
  static final String MOVES =
      """
      moves as (
        select x.*, t.number, lag(x.author) over (partition by x.task_id order by x.at) as last
        from transitions x join tasks t on t.id = x.task_id
        where t.project_id = :project and x.from_stage <> x.to_stage
          and x.action <> 'undo' and x.undone_by is null
      )
      """;

  static {
    RecountWork.add(QUERIES);
    RecountFlow.add(QUERIES);
    RecountAssist.add(QUERIES);
    RecountLabels.add(QUERIES);
  }

  private Recount() {}
}
