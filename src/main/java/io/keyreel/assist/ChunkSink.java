package io.keyreel.assist;

/** Takes what an engine has ready. */
@FunctionalInterface
public interface ChunkSink {
  void accept(PropagatedChunk chunk);
}
