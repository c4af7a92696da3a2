package io.keyreel.bench;

import org.jspecify.annotations.Nullable;

/**
 * One figure, beside what it is compared with.
 *
 * @param reference what was measured beside it
 * @param referenceValue in the same unit
 * @param aim in the same unit
 */
record Figure(
    String name,
    double value,
    String unit,
    @Nullable String reference,
    @Nullable Double referenceValue,
    @Nullable Double aim) {
  static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, null, null, null);
  }

  Figure beside(String what, double itsValue) {
    return new Figure(name, value, unit, what, itsValue, aim);
  }

  Figure aim(double wanted) {
    return new Figure(name, value, unit, reference, referenceValue, wanted);
  }

  @Nullable Double ratio() {
    return referenceValue == null || referenceValue == 0 ? null : value / referenceValue;
  }
}
