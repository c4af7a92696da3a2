package io.keyreel.analytics;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class BlockStore {
  private final JdbcClient jdbc;

  BlockStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A block of frames that is to be read anew. */
  record Stale(UUID labelSet, UUID project, UUID video, int block) {}

  /**
   * Marks the blocks that changes may have altered; one frame more for what compares neighbours.
   */
  void mark(UUID labelSet, long after, long upTo) {
    jdbc.sql(
            """
            insert into analytics_stale_blocks (label_set_id, block)
            select distinct :set::uuid, b
            from (
              select v.frame_count, coalesce(c.after, c.before) as body, c.kind,
                coalesce(c.after, c.before)->>'track' as track
              from changes c join label_sets s on s.id = c.label_set_id
                join videos v on v.id = s.video_id
              where c.label_set_id = :set and c.seq > :after and c.seq <= :upTo and c.applied
            ) c
            cross join lateral (
              select (c.body->>'from')::int as low, (c.body->>'to')::int as high
              where c.kind in ('proposals', 'acceptance.put', 'acceptance.delete')
              union all
              select (c.body->>'frame')::int, (c.body->>'frame')::int + 1
              where c.kind like 'keyframe.%'
              union all
              select least(min(k.frame), (c.body->>'frame')::int),
                     greatest(max(k.frame), (c.body->>'frame')::int) + 1
              from keyframes k
              where c.kind like 'keyframe.%' and c.body->>'slot' <> 'MASK'
                and k.track_id = c.track::uuid and k.slot = c.body->>'slot'
              union all
              select (c.body->>'frame')::int,
                     coalesce((select min(n.frame) from track_states n
                               where n.track_id = c.track::uuid
                                 and n.frame > (c.body->>'frame')::int), c.frame_count)
              where c.kind like 'state.%'
              union all
              select 0, c.frame_count where c.kind = 'track.restore'
              union all
              select r.block * 64, r.block * 64 + 1 from analytics_blocks r
              where c.kind in ('track.update', 'track.delete') and r.label_set_id = :set
                and r.track_id = (c.body->>'id')::uuid
            ) range
            cross join lateral generate_series(
              greatest(range.low, 0) / 64, least(range.high, c.frame_count - 1) / 64) b
            where range.high > range.low
            order by b
            on conflict (label_set_id, block)
              do update set touched = analytics_stale_blocks.touched + 1
            """)
        .param("set", labelSet)
        .param("after", after)
        .param("upTo", upTo)
        .update();
  }

  /** Takes a mark away; one that somebody sets right now is passed over. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Stale> take() {
    return jdbc.sql(
            """
            with next as materialized (
              select label_set_id, block from analytics_stale_blocks
              order by label_set_id, block limit 1 for update skip locked
            )
            delete from analytics_stale_blocks b using next, label_sets s
            where b.label_set_id = next.label_set_id and b.block = next.block
              and s.id = next.label_set_id
            returning b.label_set_id, s.project_id, s.video_id, b.block
            """)
        .query((row, n) ->
            new Stale(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getInt(4)))
        .optional();
  }

  Set<BlockReader.Corrected> corrected(Stale block) {
    List<BlockReader.Corrected> frames =
        jdbc.sql(
                """
                select track_id, frame from analytics_corrections
                where label_set_id = :set and frame >= :first and frame < :first + :length
                """)
            .param("set", block.labelSet())
            .param("first", block.block() * BlockReader.FRAMES)
            .param("length", BlockReader.FRAMES)
            .query(
                (row, n) -> new BlockReader.Corrected(row.getObject(1, UUID.class), row.getInt(2)))
            .list();
    return new HashSet<>(frames);
  }

  void replace(Stale at, BlockReader.Block read) {
    for (String table : List.of("analytics_blocks", "analytics_frames")) {
      jdbc.sql("delete from " + table + " where label_set_id = :set and block = :block")
          .param("set", at.labelSet())
          .param("block", at.block())
          .update();
    }
    jdbc.sql("insert into analytics_frames (label_set_id, block, shown) values (?, ?, ?)")
        .params(at.labelSet(), at.block(), read.shown())
        .update();
    read.rows().forEach(row -> insert(at, row));
    jdbc.sql("update analytics_sets set summed = false where label_set_id = ? and summed")
        .params(at.labelSet())
        .update();
  }

  private void insert(Stale at, BlockRow row) {
    JdbcClient.StatementSpec insert =
        jdbc.sql(
                """
                insert into analytics_blocks (label_set_id, block, track_id, project_id, class_id,
                  drawn, corrected, accepted, proposed, interpolated, occluded, truncated, areas,
                  area, size0, size1, size2, size3, size4, size5, size6, pairs, flicker)
                values (:set, :block, :track, :project, :class, :drawn, :corrected, :accepted,
                  :proposed, :interpolated, :occluded, :truncated, :areas, :area, :size0, :size1,
                  :size2, :size3, :size4, :size5, :size6, :pairs, :flicker)
                """)
            .param("set", at.labelSet())
            .param("block", at.block())
            .param("track", row.track)
            .param("project", at.project())
            .param("class", row.classId)
            .param("drawn", row.drawn)
            .param("corrected", row.corrected)
            .param("accepted", row.accepted)
            .param("proposed", row.proposed)
            .param("interpolated", row.interpolated)
            .param("occluded", row.occluded)
            .param("truncated", row.truncated)
            .param("areas", row.areas)
            .param("area", row.area)
            .param("pairs", row.pairs)
            .param("flicker", row.flicker);
    IntStream.range(0, BlockRow.SIZES)
        .forEach(size -> insert.param("size" + size, row.sizes[size]));
    insert.update();
  }
}
