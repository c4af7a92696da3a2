package io.keyreel.labels;

import static java.util.stream.Collectors.groupingBy;

import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads labels in bulk: one query for each kind of row, never one for each track. */
@Component
class LabelReader {
  private final TrackStore tracks;
  private final KeyframeStore keyframes;
  private final TrackStateStore states;
  private final AcceptanceStore acceptances;
  private final ProposalStore proposals;
  private final DescriptionReader descriptions;

  LabelReader(
      TrackStore tracks,
      KeyframeStore keyframes,
      TrackStateStore states,
      AcceptanceStore acceptances,
      ProposalStore proposals,
      DescriptionReader descriptions) {
    this.tracks = tracks;
    this.keyframes = keyframes;
    this.states = states;
    this.acceptances = acceptances;
    this.proposals = proposals;
    this.descriptions = descriptions;
  }

  List<Track> tracks(UUID labelSet) {
    return tracks.living(labelSet);
  }

  LabelState state(UUID labelSet, FrameRange range, long seq) {
    List<Acceptance> accepted = acceptances.in(labelSet, range);
    return new LabelState(
        seq,
        tracks.living(labelSet),
        keyframes.in(labelSet, range),
        states.before(labelSet, range.to()),
        accepted,
        descriptions.events(labelSet, range),
        descriptions.tags(labelSet),
        Winners.of(proposals.in(labelSet, range, false), accepted, range).stream()
            .map(LabelReader::piece)
            .toList());
  }

  private static ProposalPiece piece(Winners.Piece piece) {
    StoredChunk chunk = piece.chunk();
    int length = piece.frames().length();
    int start = piece.index(piece.frames().from());
    float[] confidence = new float[length];
    int[] visibility = new int[length];
    System.arraycopy(chunk.confidence(), start, confidence, 0, length);
    System.arraycopy(chunk.visibility(), start, visibility, 0, length);
    return new ProposalPiece(
        chunk.track(),
        chunk.run(),
        chunk.generation(),
        chunk.engine(),
        piece.frames().from(),
        piece.frames().to(),
        confidence,
        visibility,
        piece.acceptance() != null);
  }

  List<Winners.Piece> winners(UUID labelSet, FrameRange range, boolean withShapes) {
    return Winners.of(
        proposals.in(labelSet, range, withShapes), acceptances.in(labelSet, range), range);
  }

  Resolved resolve(UUID labelSet, FrameRange range) {
    List<Keyframe> shapes = new ArrayList<>(keyframes.in(labelSet, range));
    shapes.addAll(keyframes.around(labelSet, range));
    Map<UUID, List<Keyframe>> keyframesOf = shapes.stream().collect(groupingBy(Keyframe::track));
    Map<UUID, List<TrackState>> statesOf =
        states.before(labelSet, range.to()).stream().collect(groupingBy(TrackState::track));
    Map<UUID, List<Winners.Piece>> piecesOf =
        winners(labelSet, range, true).stream().collect(groupingBy(piece -> piece.chunk().track()));
    ShapeCache cache = new ShapeCache();
    return new Resolved(
        range,
        tracks.living(labelSet).stream()
            .map(track ->
                new Resolved.TrackFrames(
                    track,
                    new TrackReading(
                            statesOf.getOrDefault(track.id(), List.of()),
                            keyframesOf.getOrDefault(track.id(), List.of()),
                            piecesOf.getOrDefault(track.id(), List.of()),
                            cache)
                        .read(range)))
            .toList());
  }
}
