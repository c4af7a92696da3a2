package io.keyreel.labels;

/** What an edit does, for rules on who may do what. */
public enum EditKind {
  /** A track comes, goes or is brought back. */
  TRACK,
  /** A shape is drawn, changed or taken away, by hand or by a run. */
  DRAW,
  /** Class, name, attributes, visibility, events, tags. */
  DESCRIBE,
  /** Proposals are taken as good. */
  ACCEPT;

  static EditKind of(Op op) {
    return switch (op) {
      case Op.TrackCreate _, Op.TrackDelete _, Op.TrackRestore _ -> TRACK;
      case Op.KeyframePut _, Op.KeyframeCommit _, Op.KeyframeDelete _ -> DRAW;
      case Op.TrackUpdate _,
          Op.StatePut _,
          Op.StateDelete _,
          Op.EventPut _,
          Op.EventDelete _,
          Op.TagPut _,
          Op.TagDelete _,
          Op.Malformed _ ->
          DESCRIBE;
      case Op.AcceptancePut _, Op.AcceptanceDelete _ -> ACCEPT;
    };
  }
}
