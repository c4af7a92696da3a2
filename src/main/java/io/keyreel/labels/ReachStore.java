package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far an edit reaches along its track. */
@Repository
class ReachStore {
  private final JdbcClient jdbc;

  ReachStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The frames whose reading a keyframe leads: its own, and for kinds that are interpolated those
   * up to the keyframes beside it.
   *
   * @see TrackReading
   */
  FrameRange between(UUID track, Slot slot, int frame) {
    if (slot == Slot.MASK) {
      return new FrameRange(frame, frame + 1);
    }
    return jdbc.sql(
            """
            select coalesce(max(frame) filter (where frame < :frame) + 1, :frame),
                   coalesce(min(frame) filter (where frame > :frame), :frame + 1)
            from keyframes where track_id = :track and slot = :slot
            """)
        .param("track", track)
        .param("slot", slot.name())
        .param("frame", frame)
        .query((row, n) -> new FrameRange(row.getInt(1), row.getInt(2)))
        .single();
  }

  /** The frames on which a state holds: up to the track's next one. */
  FrameRange holding(UUID track, int frame) {
    return jdbc.sql(
            """
            select coalesce(min(frame), 2147483647) from track_states
            where track_id = :track and frame > :frame
            """)
        .param("track", track)
        .param("frame", frame)
        .query((row, n) -> new FrameRange(frame, row.getInt(1)))
        .single();
  }

  Optional<FrameRange> accepted(UUID labelSet, UUID acceptance) {
    return jdbc.sql(
            "select from_frame, to_frame from acceptances where id = :id and label_set_id = :set")
        .param("id", acceptance)
        .param("set", labelSet)
        .query((row, n) -> new FrameRange(row.getInt(1), row.getInt(2)))
        .optional();
  }

  Optional<FrameRange> event(UUID labelSet, UUID event) {
    return jdbc.sql(
            "select from_frame, to_frame from events where id = :id and label_set_id = :set")
        .param("id", event)
        .param("set", labelSet)
        .query((row, n) -> new FrameRange(row.getInt(1), row.getInt(2)))
        .optional();
  }

  /** Whether proposals lie on all of these frames, so that nothing is interpolated there. */
  boolean proposed(UUID track, Slot slot, FrameRange frames) {
    return jdbc.sql(
            """
            select coalesce(range_agg(int4range(from_frame, to_frame)) @> int4range(:from, :to), false)
            from proposals where track_id = :track and slot = :slot
            """)
        .param("track", track)
        .param("slot", slot.name())
        .param("from", frames.from())
        .param("to", frames.to())
        .query(Boolean.class)
        .single();
  }

  /** Whether a track may show something on these frames; a deleted one, whether it would. */
  boolean shows(UUID track, FrameRange frames) {
    return jdbc.sql(
            """
            select exists (select from keyframes
                     where track_id = :track and frame >= :from and frame < :to)
              or exists (select from proposals
                     where track_id = :track and from_frame < :to and to_frame > :from)
              or exists (select from keyframes a join keyframes b using (track_id, slot)
                     where track_id = :track and slot <> 'MASK'
                       and a.frame < :from and b.frame >= :to)
            """)
        .param("track", track)
        .param("from", frames.from())
        .param("to", frames.to())
        .query(Boolean.class)
        .single();
  }
}
