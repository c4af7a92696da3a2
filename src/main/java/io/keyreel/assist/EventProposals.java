package io.keyreel.assist;

import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.media.Energy;
import io.keyreel.media.Shot;
import io.keyreel.media.Videos;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where events seem to begin and end in a video, going by what moves and sounds. */
@Service
public class EventProposals {
  /**
   * Where something begins or ends.
   *
   * @param confidence how likely a person would mark it
   */
  public record Boundary(int frame, double confidence, boolean motion, boolean audio) {}

  /** A stretch, one past its last frame, in which something seems to happen. */
  public record Event(int from, int to, double confidence, boolean motion, boolean audio) {}

  /** All that is proposed for some frames, in their order. */
  public record Proposed(List<Boundary> boundaries, List<Event> events) {}

  private final Videos videos;

  EventProposals(Videos videos) {
    this.videos = videos;
  }

  /** What begins or ends, or goes on, in a range of frames. */
  public Proposed of(UUID video, FrameRange range) {
    Energy energy =
        videos
            .energy(video)
            .orElseThrow(() ->
                new UserError.NotFound(
                    "Nobody measured what moves and sounds in this video: it was ingested by an"
                        + " older version; upload it again."));
    EventFinder.Found found =
        EventFinder.find(
            levels(energy.motion()),
            energy.audio() == null ? null : levels(energy.audio()),
            videos.shots(video).stream().map(Shot::frames).toList());
    return new Proposed(
        found.boundaries().stream()
            .filter(b -> range.contains(b.frame()))
            .map(b -> new Boundary(b.frame(), b.confidence(), b.motion(), b.audio()))
            .toList(),
        found.events().stream()
            .filter(e -> e.frames().overlaps(range))
            .map(e ->
                new Event(
                    Math.max(range.from(), e.frames().from()),
                    Math.min(range.to(), e.frames().to()),
                    e.confidence(),
                    e.motion(),
                    e.audio()))
            .toList());
  }

  private static double[] levels(byte[] bytes) {
    double[] levels = new double[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      levels[i] = bytes[i] & 0xff;
    }
    return levels;
  }
}
