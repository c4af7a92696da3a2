package io.keyreel.labels;

import java.util.UUID;

/** A label set whose row this transaction holds, with what its video bounds shapes by. */
record LockedSet(UUID id, UUID projectId, UUID videoId, int width, int height, int frameCount) {}
