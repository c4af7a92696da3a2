package io.keyreel.cli;

import io.keyreel.assist.FlowKind;
import io.keyreel.assist.Propagator;
import io.keyreel.assist.flow.FlowPropagator;
import io.keyreel.assist.flow.ReferencePropagator;
import io.keyreel.assist.models.EngineKind;
import io.keyreel.assist.models.ModelRegistry;
import io.keyreel.assist.onnx.OnnxCheck;
import io.keyreel.kernel.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Engines by name: those of model packs, and the reference to measure against. */
final class Engines {
  private static final List<EngineKind> KINDS = List.of(new FlowKind());

  private Engines() {}

  static Propagator byName(String name, Map<String, String> environment) {
    if (name.equals("reference")) {
      return new ReferencePropagator();
    }
    if (name.equals("plain")) {
      return FlowPropagator.plain();
    }
    ModelRegistry registry = registry(dataFolder(environment));
    return registry.engine(name).orElseThrow(() -> missing(name, registry));
  }

  /** The packs of the program and of a data folder. */
  static ModelRegistry registry(Path data) {
    return new ModelRegistry(KINDS, new OnnxCheck(), data.resolve("models"));
  }

  /** Where the server keeps what is its own. */
  static Path dataFolder(Map<String, String> environment) {
    String named = environment.getOrDefault("KEYREEL_DATA", "");
    return Path.of(named.isEmpty() ? "data" : named);
  }

  private static UserError missing(String name, ModelRegistry registry) {
    return registry.all().stream()
        .filter(status -> status.folder().equals(name) && !status.sound())
        .findFirst()
        .map(status -> new UserError.Invalid(String.valueOf(status.problem())))
        .orElseGet(() ->
            new UserError.Invalid(
                "There is no engine \"%s\"; choose one of %s."
                    .formatted(
                        name,
                        Stream.concat(registry.engines().stream(), Stream.of("plain", "reference"))
                            .collect(Collectors.joining(", ")))));
  }
}
