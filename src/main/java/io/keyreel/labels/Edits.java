package io.keyreel.labels;

import io.keyreel.kernel.UserError;
import org.springframework.stereotype.Component;

/** Does an operation to the tables. */
@Component
class Edits {
  private final TrackEdits tracks;
  private final KeyframeEdits keyframes;
  private final StateEdits states;
  private final AcceptanceEdits acceptances;
  private final EventEdits events;
  private final TagEdits tags;

  Edits(
      TrackEdits tracks,
      KeyframeEdits keyframes,
      StateEdits states,
      AcceptanceEdits acceptances,
      EventEdits events,
      TagEdits tags) {
    this.tracks = tracks;
    this.keyframes = keyframes;
    this.states = states;
    this.acceptances = acceptances;
    this.events = events;
    this.tags = tags;
  }

  Edit perform(EditContext context, Op op) {
    return switch (op) {
      case Op.TrackCreate create -> tracks.create(context, create);
      case Op.TrackUpdate update -> tracks.update(context, update);
      case Op.TrackDelete delete -> tracks.delete(context, delete);
      case Op.TrackRestore restore -> tracks.restore(context, restore);
      case Op.KeyframePut put -> keyframes.put(context, put);
      case Op.KeyframeCommit commit -> keyframes.commit(context, commit);
      case Op.KeyframeDelete delete -> keyframes.delete(context, delete);
      case Op.StatePut put -> states.put(context, put);
      case Op.StateDelete delete -> states.delete(context, delete);
      case Op.AcceptancePut put -> acceptances.put(context, put);
      case Op.AcceptanceDelete delete -> acceptances.delete(context, delete);
      case Op.EventPut put -> events.put(context, put);
      case Op.EventDelete delete -> events.delete(context, delete);
      case Op.TagPut put -> tags.put(context, put);
      case Op.TagDelete delete -> tags.delete(context, delete);
      case Op.Malformed malformed -> throw new UserError.Invalid(malformed.message());
    };
  }
}
