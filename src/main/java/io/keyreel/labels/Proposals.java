package io.keyreel.labels;

import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where machines leave their drafts. An engine claims the gaps it will fill and writes under the
 * fences it was given; once a gap has another fence it can write nothing there any more.
 */
@Service
public class Proposals {
  private final LabelSets labelSets;
  private final ProposalStore store;
  private final AcceptanceStore acceptances;
  private final FenceStore fences;
  private final EvidenceStore evidence;
  private final ChangeLog log;
  private final InstantSource clock;

  Proposals(
      LabelSets labelSets,
      ProposalStore store,
      AcceptanceStore acceptances,
      FenceStore fences,
      EvidenceStore evidence,
      ChangeLog log,
      InstantSource clock) {
    this.labelSets = labelSets;
    this.store = store;
    this.acceptances = acceptances;
    this.fences = fences;
    this.evidence = evidence;
    this.log = log;
    this.clock = clock;
  }

  /** Takes gaps over; whoever held one before is fenced off. The fences are for {@link #write}. */
  @Transactional
  public Map<Span, Long> claim(UUID labelSet, List<Span> spans) {
    labelSets.locked(labelSet);
    Map<Span, Long> held = new LinkedHashMap<>();
    spans.stream().distinct().forEach(span -> held.put(span, fences.claim(span)));
    return held;
  }

  /**
   * Takes over from a worker that may still be alive: gaps that are held under these fences get new
   * ones. Gaps that somebody else took meanwhile are not in the answer.
   */
  @Transactional
  public Map<Span, Long> reclaim(UUID labelSet, Map<Span, Long> held) {
    labelSets.locked(labelSet);
    return held.entrySet().stream()
        .filter(gap -> fences.holds(gap.getKey(), gap.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, gap -> fences.claim(gap.getKey())));
  }

  /** Those of these gaps that are held under other fences by now. */
  public Set<Span> lost(Map<Span, Long> held) {
    return held.entrySet().stream()
        .filter(gap -> fences.current(gap.getKey()) != gap.getValue())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Gives gaps back: nothing more can be written under these fences. Others' fences stay. */
  @Transactional
  public void release(UUID labelSet, Map<Span, Long> held) {
    labelSets.locked(labelSet);
    held.forEach(fences::release);
  }

  /**
   * Keeps a chunk and tells watchers of it. A chunk the run has already written stays as it is.
   *
   * @return false, and nothing is written, when the gap is held under another fence
   */
  @Transactional
  public boolean write(Chunk chunk, long fence) {
    labelSets.locked(chunk.labelSet());
    if (!fences.holds(chunk.span(), fence)) {
      return false;
    }
    if (store.insert(chunk, clock.instant())) {
      UUID track = chunk.span().track();
      log.append(
          chunk.labelSet(),
          null,
          "proposals",
          "proposals:%s/%s/%d".formatted(chunk.run(), track, chunk.frames().from()),
          new Written(
              chunk.run(), track, chunk.generation(), chunk.frames().from(), chunk.frames().to()),
          null);
    }
    return true;
  }

  private record Written(UUID run, UUID track, long generation, int from, int to) {}

  /** The frames that a run has written of a track, in order. */
  public List<FrameRange> written(UUID run, UUID track) {
    return store.written(run, track);
  }

  /**
   * What a run has written of a track in one frame.
   *
   * @param shape null where the track does not show
   */
  public record Made(@Nullable Shape shape, float confidence, Visibility visibility) {}

  public Optional<Made> made(UUID run, UUID track, int frame) {
    return store.made(run, track, frame).map(chunk -> made(chunk, frame - chunk.frames().from()));
  }

  private static Made made(StoredChunk chunk, int at) {
    byte[] shapes = Objects.requireNonNull(chunk.shapes());
    return new Made(
        ChunkPacking.unpack(shapes).get(at),
        chunk.confidence()[at],
        Visibility.values()[chunk.visibility()[at]]);
  }

  /**
   * Throws away chunks that no reading shows: covered by newer ones, not accepted, not frozen.
   * Those that a person decided upon stay: they tell how good the machine was.
   */
  @Transactional
  public int prune(UUID labelSet, FrameRange range) {
    labelSets.locked(labelSet);
    List<StoredChunk> chunks = store.in(labelSet, range, false);
    List<Acceptance> accepted = acceptances.in(labelSet, range);
    List<StoredChunk> covered =
        chunks.stream()
            .filter(chunk -> !chunk.frozen() && !Winners.isAccepted(chunk, accepted))
            .filter(chunk -> Winners.isCovered(chunk, chunks))
            .filter(chunk -> !evidence.bears(labelSet, chunk))
            .toList();
    store.delete(covered);
    return covered.size();
  }
}
