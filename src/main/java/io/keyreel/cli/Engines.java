package io.keyreel.cli;

import io.keyreel.assist.Propagator;
import io.keyreel.assist.flow.FlowPropagator;
import io.keyreel.assist.flow.ReferencePropagator;
import io.keyreel.kernel.UserError;

/** Engines by name. */
final class Engines {
  private Engines() {}

  static Propagator byName(String name) {
    return switch (name) {
      case "flow" -> new FlowPropagator();
      case "reference" -> new ReferencePropagator();
      default ->
          throw new UserError.Invalid(
              "There is no engine \"%s\"; choose flow or reference.".formatted(name));
    };
  }
}
