package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The fences of the gaps between neighbouring mask keyframes of a track. A gap is named by the
 * keyframe it starts with, -1 for the one before the first.
 */
@Repository
class FenceStore {
  private final JdbcClient jdbc;

  FenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A keyframe came, changed or went: both gaps beside it are other gaps now. */
  void raiseBeside(UUID track, int frame) {
    jdbc.sql(
            """
            insert into span_fences (track_id, start_frame, fence)
            values (:track, :frame, 1),
                   (:track,
                    coalesce((select max(frame) from keyframes
                              where track_id = :track and slot = 'MASK' and frame < :frame), -1),
                    1)
            on conflict (track_id, start_frame) do update set fence = span_fences.fence + 1
            """)
        .param("track", track)
        .param("frame", frame)
        .update();
  }

  /** A state holds from a frame until the track's next one: raises all gaps it reaches. */
  void raiseFrom(UUID track, int frame) {
    jdbc.sql(
            """
            with starts as (
              select frame from keyframes where track_id = :track and slot = 'MASK'
              union select -1
            ), bounds as (
              select coalesce((select max(frame) from starts where frame < :frame), -1) as low,
                     coalesce((select min(frame) from track_states
                               where track_id = :track and frame > :frame), 2147483647) as high
            )
            insert into span_fences (track_id, start_frame, fence)
            select :track, s.frame, 1 from starts s, bounds b
            where s.frame >= b.low and s.frame < b.high
            on conflict (track_id, start_frame) do update set fence = span_fences.fence + 1
            """)
        .param("track", track)
        .param("frame", frame)
        .update();
  }

  void raiseAll(UUID track) {
    jdbc.sql("update span_fences set fence = fence + 1 where track_id = :track")
        .param("track", track)
        .update();
  }

  /** Raises every gap that reaches into the range, so that no running engine writes there. */
  void raiseIn(UUID labelSet, FrameRange range) {
    jdbc.sql(
            """
            update span_fences f set fence = f.fence + 1
            from tracks t
            where t.id = f.track_id and t.label_set_id = :set and f.start_frame < :to
              and coalesce((select min(k.frame) from keyframes k
                            where k.track_id = f.track_id and k.slot = 'MASK'
                              and k.frame > f.start_frame), 2147483647) > :from
            """)
        .param("set", labelSet)
        .param("from", range.from())
        .param("to", range.to())
        .update();
  }

  /** Takes a gap over: whoever held it before is fenced off. */
  long claim(Span span) {
    return jdbc.sql(
            """
            insert into span_fences (track_id, start_frame, fence) values (:track, :start, 1)
            on conflict (track_id, start_frame) do update set fence = span_fences.fence + 1
            returning fence
            """)
        .param("track", span.track())
        .param("start", span.start())
        .query(Long.class)
        .single();
  }

  /** Raises a gap that is still held under {@code fence}. */
  void release(Span span, long fence) {
    jdbc.sql(
            """
            update span_fences set fence = fence + 1
            where track_id = :track and start_frame = :start and fence = :fence
            """)
        .param("track", span.track())
        .param("start", span.start())
        .param("fence", fence)
        .update();
  }

  long current(Span span) {
    return jdbc.sql(
            """
            select coalesce(max(fence), 0) from span_fences
            where track_id = :track and start_frame = :start
            """)
        .param("track", span.track())
        .param("start", span.start())
        .query(Long.class)
        .single();
  }

  /** Whether a gap is held under {@code fence}; it stays so until the transaction ends. */
  boolean holds(Span span, long fence) {
    return jdbc.sql(
            """
            select fence from span_fences
            where track_id = :track and start_frame = :start for update
            """)
        .param("track", span.track())
        .param("start", span.start())
        .query(Long.class)
        .optional()
        .filter(now -> now == fence)
        .isPresent();
  }
}
