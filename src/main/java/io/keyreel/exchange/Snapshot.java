package io.keyreel.exchange;

import java.util.UUID;

/** Labels as they stood at one moment: never changed, and numbered in their project. */
record Snapshot(UUID id, SnapshotHead head) {}
