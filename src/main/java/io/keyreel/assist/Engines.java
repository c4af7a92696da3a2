package io.keyreel.assist;

import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The engines that this server has, by name. */
@Service
public class Engines {
  private final Map<String, Propagator> propagators;

  Engines(ObjectProvider<Propagator> propagators) {
    this.propagators =
        propagators.stream().collect(Collectors.toMap(Propagator::name, Function.identity()));
  }

  public List<String> names() {
    return propagators.keySet().stream().sorted().toList();
  }

  public Propagator find(String name) {
    Propagator propagator = propagators.get(name);
    if (propagator == null) {
      throw new UserError.Invalid(
          "This server has no engine \"%s\"; choose one of %s in the project's settings."
              .formatted(name, names()));
    }
    return propagator;
  }
}
