package io.keyreel.analytics;

import java.util.BitSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many frames of a label set are empty, and how many were looked at. */
@Repository
class SumStore {
  private final JdbcClient jdbc;

  SumStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A label set to sum up.
   *
   * @param coverage tells one state of what was looked at from another
   */
  record Set(UUID labelSet, UUID project, int frames, String coverage) {}

  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Set> next() {
    return jdbc.sql(
            """
            select s.id, s.project_id, v.frame_count, coalesce(c.state, '')
            from label_sets s join videos v on v.id = s.video_id
              left join analytics_sets a on a.label_set_id = s.id
              left join (
                select label_set_id, count(*) || ' ' || sum(from_frame::bigint * from_frame) || ' '
                  || sum(to_frame::bigint * to_frame) || ' ' || extract(epoch from max(at)) as state
                from coverage where state = 'SEEN' and class_id = '' group by label_set_id
              ) c on c.label_set_id = s.id
            where v.frame_count is not null
              and (a.label_set_id is null or not a.summed or a.coverage <> coalesce(c.state, ''))
            limit 1 for update of s skip locked
            """)
        .query((row, n) ->
            new Set(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getString(4)))
        .optional();
  }

  BitSet shown(UUID labelSet) {
    BitSet shown = new BitSet();
    jdbc.sql("select block, shown from analytics_frames where label_set_id = ?")
        .params(labelSet)
        .query(row -> {
          long bits = row.getLong(2);
          for (int i = 0; i < BlockReader.FRAMES; i++) {
            if ((bits >>> i & 1) == 1) {
              shown.set(row.getInt(1) * BlockReader.FRAMES + i);
            }
          }
        });
    return shown;
  }

  /** Adds the blocks of each object up anew. */
  void addUp(Set set) {
    jdbc.sql("delete from analytics_tracks where label_set_id = ?").params(set.labelSet()).update();
    jdbc.sql(
            """
            insert into analytics_tracks (label_set_id, track_id, project_id, class_id, drawn,
              corrected, accepted, proposed, interpolated, occluded, truncated, areas, area, size0,
              size1, size2, size3, size4, size5, size6, pairs, flicker)
            select label_set_id, track_id, project_id, class_id, sum(drawn), sum(corrected),
              sum(accepted), sum(proposed), sum(interpolated), sum(occluded), sum(truncated),
              sum(areas), sum(area), sum(size0), sum(size1), sum(size2), sum(size3), sum(size4),
              sum(size5), sum(size6), sum(pairs), sum(flicker)
            from analytics_blocks where label_set_id = ?
            group by label_set_id, track_id, project_id, class_id
            """)
        .params(set.labelSet())
        .update();
  }

  void put(Set set, int empty, int emptySeen, int seen) {
    jdbc.sql(
            """
            insert into analytics_sets (label_set_id, project_id, summed, coverage, frames,
              empty_frames, empty_seen, seen)
            values (:set, :project, true, :coverage, :frames, :empty, :emptySeen, :seen)
            on conflict (label_set_id) do update set summed = true, coverage = excluded.coverage,
              frames = excluded.frames, empty_frames = excluded.empty_frames,
              empty_seen = excluded.empty_seen, seen = excluded.seen
            """)
        .param("set", set.labelSet())
        .param("project", set.project())
        .param("coverage", set.coverage())
        .param("frames", set.frames())
        .param("empty", empty)
        .param("emptySeen", emptySeen)
        .param("seen", seen)
        .update();
  }
}
