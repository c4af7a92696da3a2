package io.keyreel.assist;

import io.keyreel.assist.models.ModelRegistry;
import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The engines that this server has, by name. */
@Service
public class Engines {
  private final Map<String, Propagator> propagators;
  private final ModelRegistry models;

  Engines(ObjectProvider<Propagator> propagators, ModelRegistry models) {
    this.propagators =
        propagators.stream().collect(Collectors.toMap(Propagator::name, Function.identity()));
    this.models = models;
  }

  public List<String> names() {
    return Stream.concat(propagators.keySet().stream(), models.engines().stream())
        .distinct()
        .sorted()
        .toList();
  }

  public Propagator find(String name) {
    Propagator propagator = propagators.get(name);
    if (propagator != null) {
      return propagator;
    }
    return models.engine(name).orElseThrow(() -> missing(name));
  }

  private UserError missing(String name) {
    return models.all().stream()
        .filter(status -> status.folder().equals(name) && !status.sound())
        .findFirst()
        .map(status ->
            new UserError.Invalid(
                "The engine \"%s\" cannot be used: %s".formatted(name, status.problem())))
        .orElseGet(() ->
            new UserError.Invalid(
                "This server has no engine \"%s\"; choose one of %s in the project's settings."
                    .formatted(name, names())));
  }
}
