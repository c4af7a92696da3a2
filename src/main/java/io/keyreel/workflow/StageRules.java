package io.keyreel.workflow;

import io.keyreel.access.Role;
import io.keyreel.kernel.UserError;
import org.jspecify.annotations.Nullable;

/**
 * What holds at a stage beyond its kind; what is absent does not limit.
 *
 * @param role whoever holds a task here has at least this role
 * @param copies how many people label each task here, apart from each other
 * @param idleMinutes a task goes back to the others when its holder did nothing for this long
 * @param limitMinutes a task goes back to the others when it was held for this long
 * @param edits what may be edited here
 * @param sample which tasks come to this review; all when absent
 * @param returnsTo the stage that a returned task goes to; the first one when absent
 * @param coverage the share of frames, in percent, that the holder must have seen to pass it on
 * @param fixShare whoever corrected more than this share of frames, in percent, cannot approve
 * @param agreement what several people labelled apart goes back to them below this J&F, in percent
 */
public record StageRules(
    @Nullable Role role,
    @Nullable Integer copies,
    @Nullable Integer idleMinutes,
    @Nullable Integer limitMinutes,
    @Nullable Edits edits,
    @Nullable Sample sample,
    @Nullable String returnsTo,
    @Nullable Integer coverage,
    @Nullable Integer fixShare,
    @Nullable Integer agreement) {
  public static final StageRules NONE =
      new StageRules(null, null, null, null, null, null, null, null, null);

  public StageRules(
      @Nullable Role role,
      @Nullable Integer copies,
      @Nullable Integer idleMinutes,
      @Nullable Integer limitMinutes,
      @Nullable Edits edits,
      @Nullable Sample sample,
      @Nullable String returnsTo,
      @Nullable Integer coverage,
      @Nullable Integer fixShare) {
    this(
        role,
        copies,
        idleMinutes,
        limitMinutes,
        edits,
        sample,
        returnsTo,
        coverage,
        fixShare,
        null);
  }

  private static final int MOST_COPIES = 5;
  private static final int LONGEST = 60 * 24 * 90;

  /** What may be edited. */
  public enum Edits {
    /** Everything. */
    ALL,
    /** What is there may be corrected; no tracks come or go. */
    CORRECT,
    /** Classes, attributes and visibility, but no shapes. */
    DESCRIBE,
    /** Proposals may be accepted; the rest is for notes. */
    ACCEPT
  }

  /**
   * Which tasks come to a review. One that was returned always comes.
   *
   * @param percent of what the way of choosing compares
   * @param share of the others, in percent, that comes all the same
   */
  public record Sample(By by, int percent, int share) {
    /** How to choose. */
    public enum By {
      /** By chance: this share of all. */
      SHARE,
      /** Where a machine's confidence on a span nobody confirmed is below this. */
      CONFIDENCE,
      /** Where more than this share of what the labeler last handed in was returned. */
      RECORD
    }

    public Sample {
      if (by == null) {
        throw new UserError.Invalid("A sample is taken by share, confidence or record.");
      }
      StageRules.percent(percent, "sample");
      StageRules.percent(share, "share of the others");
    }
  }

  public StageRules {
    if (copies != null && (copies < 1 || copies > MOST_COPIES)) {
      throw new UserError.Invalid(
          "Between 1 and %d people can label a task apart.".formatted(MOST_COPIES));
    }
    minutes(idleMinutes);
    minutes(limitMinutes);
    percent(coverage, "coverage");
    percent(fixShare, "share of corrections");
    percent(agreement, "agreement");
  }

  public int labelers() {
    return copies == null ? 1 : copies;
  }

  private static void minutes(@Nullable Integer minutes) {
    if (minutes != null && (minutes < 1 || minutes > LONGEST)) {
      throw new UserError.Invalid("A time limit lies between 1 minute and 90 days.");
    }
  }

  private static void percent(@Nullable Integer percent, String what) {
    if (percent != null && (percent < 0 || percent > 100)) {
      throw new UserError.Invalid("The %s lies between 0 and 100 percent.".formatted(what));
    }
  }
}
