package io.keyreel.assist;

import io.keyreel.assist.flow.FlowPropagator;
import io.keyreel.assist.models.EngineKind;
import io.keyreel.assist.models.ModelCard;
import io.keyreel.assist.models.ModelPack;

/** The built-in engine, whose pack holds the figures of its confidence. */
public final class FlowKind implements EngineKind {
  @Override
  public ModelCard.Kind kind() {
    return ModelCard.Kind.FLOW;
  }

  @Override
  public Propagator engine(ModelPack pack) {
    return new FlowPropagator();
  }
}
