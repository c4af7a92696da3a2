package io.keyreel.exchange;

import io.keyreel.access.Users;
import io.keyreel.exchange.Clip.ClipTrack;
import io.keyreel.exchange.LabelledFrame.FrameShape;
import io.keyreel.exchange.SnapshotPlan.PlannedClip;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Resolved;
import io.keyreel.labels.Resolved.ResolvedFrame;
import io.keyreel.labels.Resolved.TrackFrames;
import io.keyreel.labels.Track;
import io.keyreel.media.FrameTimes;
import io.keyreel.media.Video;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the labels of a clip show, frame by frame, as people see it in the annotator. */
@Component
class SnapshotFrames {
  private static final int WINDOW = 64;

  private final Labels labels;
  private final ClipMedia media;
  private final Users users;

  SnapshotFrames(Labels labels, ClipMedia media, Users users) {
    this.labels = labels;
    this.media = media;
    this.users = users;
  }

  /** Hands over every frame in order and answers what the clip is. */
  Clip read(
      int index,
      PlannedClip planned,
      String folder,
      Consumer<LabelledFrame> frames,
      Cancellation cancellation) {
    Video video = media.video(planned.video());
    FrameTimes times = media.times(planned.video());
    Reading reading = new Reading(index, times, new TreeMap<>(), new HashMap<>());
    for (FrameRange range : planned.ranges()) {
      for (int from = range.from(); from < range.to(); from += WINDOW) {
        cancellation.check();
        FrameRange window = new FrameRange(from, Math.min(range.to(), from + WINDOW));
        window(reading, labels.resolve(planned.labelSet(), window), frames);
      }
    }
    return new Clip(
        planned.video(),
        planned.name(),
        folder,
        video.width(),
        video.height(),
        List.of(video.timeBase().num(), video.timeBase().den()),
        planned.ranges(),
        List.copyOf(reading.tracks().values()));
  }

  private record Reading(
      int clip, FrameTimes times, Map<Integer, ClipTrack> tracks, Map<UUID, String> authors) {}

  private void window(Reading reading, Resolved resolved, Consumer<LabelledFrame> frames) {
    Map<Integer, List<FrameShape>> byFrame = new HashMap<>();
    for (TrackFrames track : resolved.tracks()) {
      for (ResolvedFrame frame : track.frames()) {
        reading.tracks().computeIfAbsent(track.track().number(), n -> track(track.track()));
        byFrame
            .computeIfAbsent(frame.frame(), n -> new ArrayList<>())
            .add(shape(reading, track.track(), frame));
      }
    }
    for (int frame = resolved.frames().from(); frame < resolved.frames().to(); frame++) {
      List<FrameShape> shapes = byFrame.getOrDefault(frame, new ArrayList<>());
      shapes.sort(Comparator.comparingInt(FrameShape::track).thenComparing(FrameShape::slot));
      frames.accept(
          new LabelledFrame(
              reading.clip(),
              frame,
              reading.times().pts()[frame],
              reading.times().durations()[frame],
              HexFormat.of().formatHex(reading.times().hash(frame)),
              List.copyOf(shapes)));
    }
  }

  private FrameShape shape(Reading reading, Track track, ResolvedFrame frame) {
    Float confidence = frame.confidence();
    return new FrameShape(
        track.number(),
        frame.slot().name(),
        frame.shape(),
        frame.source().name().toLowerCase(Locale.ROOT),
        confidence == null ? null : Double.valueOf(confidence.toString()),
        frame.engine(),
        frame.run() == null ? null : frame.run().toString(),
        author(reading, frame.author()),
        frame.visibility().name(),
        frame.z() == null ? track.z() : frame.z(),
        new TreeMap<>(frame.attributes()));
  }

  private @Nullable String author(Reading reading, @Nullable UUID id) {
    return id == null
        ? null
        : reading.authors().computeIfAbsent(id, user -> users.find(user).name());
  }

  private static ClipTrack track(Track track) {
    return new ClipTrack(
        track.id(),
        track.number(),
        track.kind().name(),
        track.classId(),
        track.name(),
        new TreeMap<>(track.attributes()),
        track.z());
  }
}
