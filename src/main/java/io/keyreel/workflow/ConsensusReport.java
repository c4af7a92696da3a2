package io.keyreel.workflow;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far those who labelled a task apart agree.
 *
 * @param agreement mean J&F over all pairs of people; absent where nobody labelled anything
 * @param classAlpha Krippendorff's alpha of the classes that matched tracks were given
 * @param eventAlpha Krippendorff's alpha of the events on each frame
 */
public record ConsensusReport(
    List<Copy> copies,
    List<PairScore> pairs,
    @Nullable Double agreement,
    @Nullable Double classAlpha,
    @Nullable Double eventAlpha,
    List<Confused> confusion) {

  /** One person's labels. */
  public record Copy(UUID task, Person labeler, UUID labelSet) {}

  /**
   * Two people's labels against each other.
   *
   * @param switches frames on which a track lies on another than its partner
   * @param frames J&F by frame, in order; absent on frames without objects
   */
  public record PairScore(
      Person a,
      Person b,
      double j,
      double f,
      double jf,
      int switches,
      List<ClassScore> classes,
      List<@Nullable Double> frames) {}

  /** Of one class; {@code shapes} are objects counted frame by frame. */
  public record ClassScore(String classId, double jf, int shapes) {}

  /** How often what one calls {@code a} another calls {@code b}; "" is nothing. */
  public record Confused(String a, String b, int shapes) {}
}
