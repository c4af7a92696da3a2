package io.keyreel.labels;

import io.keyreel.geometry.Shape;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Unpacks each chunk once. */
final class ShapeCache {
  private final Map<StoredChunk, List<@Nullable Shape>> unpacked = new IdentityHashMap<>();

  List<@Nullable Shape> of(StoredChunk chunk) {
    return unpacked.computeIfAbsent(
        chunk, c -> ChunkPacking.unpack(Objects.requireNonNull(c.shapes())));
  }
}
