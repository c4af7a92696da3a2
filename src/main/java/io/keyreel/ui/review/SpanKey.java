package io.keyreel.ui.review;

import java.util.UUID;

/** A span of the queue, as long as its frames are the same. */
record SpanKey(UUID task, UUID track, int from, int to) {}
