package io.keyreel.assist;

import io.keyreel.assist.RunRequest.Direction;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the frames that a request asks to fill, span by span, never over a shot boundary. */
final class SpanPlanner {
  private final FrameRange range;
  private final List<FrameRange> shots;
  private final Direction direction;
  private final RunRequest.@Nullable Around around;

  /**
   * @param range what may be filled at most
   * @param shotStarts the first frames of shots
   */
  SpanPlanner(FrameRange range, List<Integer> shotStarts, RunRequest request) {
    this.range = clip(range, request);
    this.shots = shots(shotStarts);
    this.direction = request.directionOrBoth();
    this.around = request.around();
  }

  private static FrameRange clip(FrameRange range, RunRequest request) {
    int from = request.from() == null ? range.from() : Math.max(range.from(), request.from());
    int to = request.to() == null ? range.to() : Math.min(range.to(), request.to());
    return new FrameRange(from, to);
  }

  /** Neighbouring starts bound shots; what lies before the first and after the last is open. */
  private static List<FrameRange> shots(List<Integer> starts) {
    List<FrameRange> shots = new ArrayList<>();
    int from = 0;
    for (int start : starts.stream().sorted().distinct().toList()) {
      if (start > from) {
        shots.add(new FrameRange(from, start));
        from = start;
      }
    }
    shots.add(new FrameRange(from, Integer.MAX_VALUE));
    return shots;
  }

  List<PlannedSpan> plan(TrackLine line) {
    List<PlannedSpan> spans = new ArrayList<>();
    for (int i = 0; i < shots.size(); i++) {
      FrameRange shot = shots.get(i);
      if (shot.overlaps(range)) {
        plan(line, shot, spans);
        if (anchors(line, shot).isEmpty() && (shows(line, i - 1) || shows(line, i + 1))) {
          whole(line, shot, spans);
        }
      }
    }
    return spans;
  }

  private static NavigableMap<Integer, Shape> anchors(TrackLine line, FrameRange shot) {
    return line.anchors().subMap(shot.from(), true, shot.to(), false);
  }

  private boolean shows(TrackLine line, int shot) {
    return shot >= 0
        && shot < shots.size()
        && anchors(line, shots.get(shot)).values().stream().anyMatch(s -> !TrackLine.isEmpty(s));
  }

  /** The engine may find again in a shot what was drawn in the one beside it. */
  private void whole(TrackLine line, FrameRange shot, List<PlannedSpan> spans) {
    if (around == null && direction == Direction.BOTH && !line.isAbsent(shot.from())) {
      clipped(shot.from(), shot.to())
          .ifPresent(frames ->
              spans.add(new PlannedSpan(new Span(line.track(), line.gapOf(shot.from())), frames)));
    }
  }

  private void plan(TrackLine line, FrameRange shot, List<PlannedSpan> spans) {
    NavigableMap<Integer, Shape> anchors = anchors(line, shot);
    if (anchors.isEmpty()) {
      return;
    }
    Map.Entry<Integer, Shape> left = null;
    for (Map.Entry<Integer, Shape> right : anchors.entrySet()) {
      add(line, left, right, shot, spans);
      left = right;
    }
    add(line, left, null, shot, spans);
  }

  private void add(
      TrackLine line,
      Map.@Nullable Entry<Integer, Shape> left,
      Map.@Nullable Entry<Integer, Shape> right,
      FrameRange shot,
      List<PlannedSpan> spans) {
    int from = left == null ? shot.from() : left.getKey() + 1;
    int to = right == null ? shot.to() : right.getKey();
    boolean leads = shows(left) || shows(right);
    boolean wanted =
        (left != null || direction != Direction.FORWARD)
            && (right != null || direction != Direction.BACKWARD);
    if (from < to && leads && wanted && !line.isAbsent(from) && isAround(line.track(), from, to)) {
      clipped(from, to)
          .ifPresent(frames ->
              spans.add(new PlannedSpan(new Span(line.track(), line.gapOf(from)), frames)));
    }
  }

  private static boolean shows(Map.@Nullable Entry<Integer, Shape> anchor) {
    return anchor != null && !TrackLine.isEmpty(anchor.getValue());
  }

  /** A frame just outside a span is the keyframe beside it. */
  private boolean isAround(UUID track, int from, int to) {
    return around == null
        || (around.track().equals(track) && around.frame() >= from - 1 && around.frame() <= to);
  }

  private Optional<FrameRange> clipped(int from, int to) {
    int start = Math.max(from, range.from());
    int end = Math.min(to, range.to());
    return start < end ? Optional.of(new FrameRange(start, end)) : Optional.empty();
  }

  /** The tracks that a request names, or all. */
  static Predicate<UUID> wanted(RunRequest request) {
    if (request.around() != null) {
      return request.around().track()::equals;
    }
    List<UUID> tracks = request.tracks();
    return tracks == null ? track -> true : tracks::contains;
  }
}
