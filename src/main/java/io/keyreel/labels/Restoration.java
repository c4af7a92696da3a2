package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the operations that make subjects again what they were. */
@Component
class Restoration {
  private final TrackStore tracks;
  private final KeyframeStore keyframes;
  private final TrackStateStore states;
  private final AcceptanceStore acceptances;
  private final ProposalStore proposals;
  private final Json json;

  Restoration(
      TrackStore tracks,
      KeyframeStore keyframes,
      TrackStateStore states,
      AcceptanceStore acceptances,
      ProposalStore proposals,
      Json json) {
    this.tracks = tracks;
    this.keyframes = keyframes;
    this.states = states;
    this.acceptances = acceptances;
    this.proposals = proposals;
    this.json = json;
  }

  /**
   * @param changes the first change of each subject since the point; its {@code before} held there
   */
  List<Op> ops(UUID labelSet, List<Change> changes) {
    UUID group = Ids.next();
    List<Op> revived = new ArrayList<>();
    List<Op> contents = new ArrayList<>();
    List<Op> deleted = new ArrayList<>();
    for (Change change : changes) {
      String subject = change.subject();
      if (subject.startsWith("track:")) {
        track(labelSet, change, group, revived, deleted);
      } else if (subject.startsWith("keyframe:")) {
        keyframe(change, group).ifPresent(contents::add);
      } else if (subject.startsWith("state:")) {
        state(change, group).ifPresent(contents::add);
      } else if (subject.startsWith("acceptance:")) {
        acceptance(labelSet, change, group).ifPresent(contents::add);
      }
    }
    revived.addAll(contents);
    revived.addAll(deleted);
    return revived;
  }

  private void track(UUID labelSet, Change change, UUID group, List<Op> revived, List<Op> deleted) {
    Track now =
        tracks
            .find(labelSet, UUID.fromString(change.subject().substring("track:".length())))
            .orElseThrow();
    Track then = before(change, Track.class);
    long version = now.version();
    boolean wanted = then != null && !then.deleted();
    if (wanted && now.deleted()) {
      revived.add(new Op.TrackRestore(Ids.next(), version++, group, now.id()));
    }
    if (then != null && wanted) {
      revived.add(new Op.TrackUpdate(Ids.next(), version, group, now.id(), fields(then)));
    }
    if (!wanted && !now.deleted()) {
      deleted.add(new Op.TrackDelete(Ids.next(), version, group, now.id()));
    }
  }

  private static Map<String, @Nullable Object> fields(Track track) {
    Map<String, @Nullable Object> fields = new HashMap<>();
    fields.put("classId", track.classId());
    fields.put("name", track.name());
    fields.put("color", track.color());
    fields.put("attributes", new LinkedHashMap<>(track.attributes()));
    fields.put("z", track.z());
    fields.put("groupId", track.groupId());
    fields.put("trackKind", track.kind());
    return fields;
  }

  private Optional<Op> keyframe(Change change, UUID group) {
    String[] key = change.subject().substring("keyframe:".length()).split("/", -1);
    UUID track = UUID.fromString(key[0]);
    Slot slot = Slot.valueOf(key[1]);
    int frame = Integer.parseInt(key[2]);
    Optional<Keyframe> now = keyframes.find(track, slot, frame);
    Keyframe then = before(change, Keyframe.class);
    if (then == null) {
      return now.map(
          k -> new Op.KeyframeDelete(Ids.next(), k.version(), group, track, frame, slot));
    }
    return Optional.of(
        new Op.KeyframePut(
            Ids.next(),
            now.map(Keyframe::version).orElse(0L),
            group,
            track,
            frame,
            slot,
            then.shape(),
            then.z(),
            then.draft()));
  }

  private Optional<Op> state(Change change, UUID group) {
    String[] key = change.subject().substring("state:".length()).split("/", -1);
    UUID track = UUID.fromString(key[0]);
    int frame = Integer.parseInt(key[1]);
    Optional<TrackState> now = states.find(track, frame);
    TrackState then = before(change, TrackState.class);
    if (then == null) {
      return now.map(s -> new Op.StateDelete(Ids.next(), s.version(), group, track, frame));
    }
    return Optional.of(
        new Op.StatePut(
            Ids.next(),
            now.map(TrackState::version).orElse(0L),
            group,
            track,
            frame,
            then.visibility(),
            then.reason(),
            then.truncated(),
            then.attributes()));
  }

  /** An acceptance of proposals that newer ones have replaced for good has nothing left to say. */
  private Optional<Op> acceptance(UUID labelSet, Change change, UUID group) {
    UUID id = UUID.fromString(change.subject().substring("acceptance:".length()));
    Optional<Acceptance> now = acceptances.find(labelSet, id);
    Acceptance then = before(change, Acceptance.class);
    if (then == null) {
      return now.map(a -> new Op.AcceptanceDelete(Ids.next(), a.version(), group, id));
    }
    if (!proposals.exist(
        then.run(), then.track(), then.generation(), new FrameRange(then.from(), then.to()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Op.AcceptancePut(
            Ids.next(),
            now.map(Acceptance::version).orElse(0L),
            group,
            id,
            then.track(),
            then.from(),
            then.to(),
            then.run(),
            then.generation()));
  }

  private <T> @Nullable T before(Change change, Class<T> type) {
    return change.before() == null ? null : json.convert(change.before(), type);
  }
}
