package io.keyreel.labels;

import java.util.List;

/** All that a reader of a label set starts from; changes after {@code seq} lead on from here. */
public record LabelState(
    long seq,
    List<Track> tracks,
    List<Keyframe> keyframes,
    List<TrackState> states,
    List<Acceptance> acceptances,
    List<EventSegment> events,
    List<ClipTag> tags,
    List<ProposalPiece> proposals) {}
