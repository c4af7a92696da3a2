package io.keyreel.labels;

import io.keyreel.access.User;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Gives tracks another class, each as a change like any other, in the caller's transaction. Tracks
 * on approved frames stay as they are, and so does everything else then.
 */
@Component
class ClassMigration {
  private final LabelSets labelSets;
  private final TrackStore tracks;
  private final Gate gate;
  private final TrackEdits edits;
  private final ChangeRecorder recorder;
  private final InstantSource clock;

  ClassMigration(
      LabelSets labelSets,
      TrackStore tracks,
      Gate gate,
      TrackEdits edits,
      ChangeRecorder recorder,
      InstantSource clock) {
    this.labelSets = labelSets;
    this.tracks = tracks;
    this.gate = gate;
    this.edits = edits;
    this.recorder = recorder;
    this.clock = clock;
  }

  void move(List<OntologyUseStore.Used> used, String successor, User by) {
    UUID group = Ids.next();
    Map<UUID, LockedSet> locked = new LinkedHashMap<>();
    for (OntologyUseStore.Used each : used) {
      LockedSet set = locked.computeIfAbsent(each.labelSet(), labelSets::locked);
      long version = tracks.find(set.id(), each.track()).orElseThrow().version();
      Op.TrackUpdate op =
          new Op.TrackUpdate(
              Ids.next(), version, group, each.track(), Map.of("classId", successor));
      gate.checkSealed(set, op);
      Edit edit = edits.update(new EditContext(set, by.id(), clock.instant()), op);
      if (edit.conflict() != null) {
        throw new UserError.Conflict("Labels changed meanwhile; save the classes again.", null);
      }
      recorder.record(set, null, by, op, edit);
    }
  }
}
