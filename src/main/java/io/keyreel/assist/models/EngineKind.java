package io.keyreel.assist.models;

import io.keyreel.assist.Propagator;

/** Makes engines of one kind of pack. */
public interface EngineKind {
  ModelCard.Kind kind();

  /** The engine of a verified pack, under the pack's name. */
  Propagator engine(ModelPack pack);
}
