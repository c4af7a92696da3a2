package io.keyreel.analytics;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Metrics;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Evidence;
import io.keyreel.media.Video;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds up what people's changes of a label set made, and what they say of the machine. */
@Component
class Tally {
  static final int BINS = 20;

  private static final int MILLION = 1_000_000;

  private final DeedStore deeds;
  private final WorkStore work;
  private final TrustStore trust;
  private final Evidence evidence;

  Tally(DeedStore deeds, WorkStore work, TrustStore trust, Evidence evidence) {
    this.deeds = deeds;
    this.work = work;
    this.trust = trust;
    this.evidence = evidence;
  }

  void count(UUID labelSet, UUID project, Video video, List<Deed> changes) {
    Map<WorkStore.Key, WorkStore.Work> counts = new LinkedHashMap<>();
    Map<TrustStore.Bin, TrustStore.Sum> bins = new HashMap<>();
    for (Deed deed : changes) {
      WorkStore.Work sum =
          counts.computeIfAbsent(WorkStore.Key.of(deed), key -> new WorkStore.Work());
      sum.edits++;
      if (deed.is("track.create")) {
        sum.objects++;
      } else if (deed.makes()) {
        if (correct(labelSet, project, video, deed)) {
          sum.corrected++;
        } else {
          sum.drawn++;
        }
      } else if (deed.confirms()) {
        sum.reworked++;
      } else if (deed.is("acceptance.put")) {
        sum.accepted += accept(deed, bins);
      }
    }
    work.add(labelSet, project, counts);
    trust.accepted(labelSet, project, bins);
  }

  /** Whether a proposal with a shape stood where this keyframe was made. */
  private boolean correct(UUID labelSet, UUID project, Video video, Deed deed) {
    Optional<Evidence.Standing> stood =
        evidence.before(
            labelSet,
            Objects.requireNonNull(deed.track()),
            Objects.requireNonNull(deed.slot()),
            deed.frame(),
            deed.seq());
    Shape proposed = stood.map(Evidence.Standing::shape).orElse(null);
    if (proposed == null) {
      return false;
    }
    Mask drawn = Masks.of(deeds.shape(labelSet, deed.seq()), video.width(), video.height());
    double iou = Metrics.iou(Masks.of(proposed, video.width(), video.height()), drawn);
    Evidence.Standing standing = stood.get();
    trust.correction(
        labelSet,
        project,
        deed,
        standing.engine(),
        millionths(standing.confidence()),
        millionths(iou));
    return true;
  }

  private long accept(Deed deed, Map<TrustStore.Bin, TrustStore.Sum> bins) {
    long frames = 0;
    for (Evidence.Sure sure :
        evidence.accepted(
            Objects.requireNonNull(deed.run()),
            Objects.requireNonNull(deed.track()),
            deed.generation(),
            new FrameRange(deed.from(), deed.to()))) {
      for (float confidence : sure.confidence()) {
        TrustStore.Bin bin =
            new TrustStore.Bin(WorkStore.Key.of(deed), sure.engine(), bin(millionths(confidence)));
        bins.merge(bin, new TrustStore.Sum(1, millionths(confidence)), TrustStore.Sum::plus);
        frames++;
      }
    }
    return frames;
  }

  static int millionths(double share) {
    return (int) Math.round(share * MILLION);
  }

  static int bin(int millionths) {
    return Math.clamp(millionths / (MILLION / BINS), 0, BINS - 1);
  }
}
