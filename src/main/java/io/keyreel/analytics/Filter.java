package io.keyreel.analytics;

import io.keyreel.kernel.UserError;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the work to look at.
 *
 * @param from the first day, in UTC
 * @param to the last day, in UTC
 * @param costs what a shape costs, for the seconds saved
 */
public record Filter(
    LocalDate from,
    LocalDate to,
    @Nullable UUID person,
    @Nullable String classId,
    @Nullable String stage,
    Costs costs) {
  private static final int MOST_DAYS = 732;

  /**
   * Seconds that a shape takes a person.
   *
   * @param draw by hand, where nothing stands
   * @param correct over a proposal
   * @param accept one frame of a proposal that is good
   */
  public record Costs(double draw, double correct, double accept) {
    public static final Costs STATED = new Costs(25, 10, 0.5);

    public Costs {
      for (double cost : new double[] {draw, correct, accept}) {
        if (!(cost >= 0 && cost <= 3600)) {
          throw new UserError.Invalid("A shape costs 0 to 3600 seconds; give a number in between.");
        }
      }
    }
  }

  public Filter {
    if (to.isBefore(from)) {
      throw new UserError.Invalid(
          "The last day %s lies before the first one %s; swap them.".formatted(to, from));
    }
    if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw new UserError.Invalid(
          "%s to %s is more than two years; choose fewer days.".formatted(from, to));
    }
  }

  /** The four weeks that end on a day. */
  public static Filter weeksTo(LocalDate today) {
    return new Filter(today.minusDays(27), today, null, null, null, Costs.STATED);
  }
}
