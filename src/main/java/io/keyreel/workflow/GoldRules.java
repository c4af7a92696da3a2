package io.keyreel.workflow;

import io.keyreel.kernel.UserError;

/**
 * How known labels are mixed into the work.
 *
 * @param share of the tasks that a person takes, in percent
 * @param threshold a J&F below it sends the task back to its labeler
 */
public record GoldRules(int share, double threshold) {
  public static final GoldRules OFF = new GoldRules(0, 0.7);

  public GoldRules {
    if (share < 0 || share > 100 || !(threshold >= 0 && threshold <= 1)) {
      throw new UserError.Invalid(
          "The share lies between 0 and 100 percent, the threshold between 0 and 1.");
    }
  }
}
