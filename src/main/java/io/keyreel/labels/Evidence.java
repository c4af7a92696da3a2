package io.keyreel.labels;

import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What machines had said where people then decided. It is kept: see {@link Proposals#prune}. */
@Service
public class Evidence {
  private final EvidenceStore store;

  Evidence(EvidenceStore store) {
    this.store = store;
  }

  /**
   * A proposal on one frame.
   *
   * @param shape null where the machine said that the object does not show
   */
  public record Standing(UUID run, String engine, float confidence, @Nullable Shape shape) {}

  /** How sure the machine was of accepted frames on which it showed a shape. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Sure(String engine, float[] confidence) {}

  /** The newest proposal that stood on a frame before a change. */
  public Optional<Standing> before(UUID labelSet, UUID track, Slot slot, int frame, long seq) {
    return store.before(labelSet, track, slot, frame, seq);
  }

  /** The frames of a run that an acceptance reaches, by chunk. */
  public List<Sure> accepted(UUID run, UUID track, long generation, FrameRange range) {
    return store.accepted(run, track, generation, range);
  }
}
