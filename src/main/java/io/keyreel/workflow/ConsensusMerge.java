package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Changes;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Op;
import io.keyreel.labels.Outcome;
import io.keyreel.labels.Resolved;
import io.keyreel.labels.Resolved.ResolvedFrame;
import io.keyreel.labels.Resolved.Source;
import io.keyreel.labels.Resolved.TrackFrames;
import io.keyreel.labels.Slot;
import io.keyreel.labels.Track;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import io.keyreel.workflow.ConsensusReport.Copy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Makes a first truth out of several people's labels, as edits of whoever settles them: an object
 * that more than half of them have becomes a track, with keyframes where any of them drew one.
 * Nobody's own labels are touched.
 */
@Service
public class ConsensusMerge {
  private final Tasks tasks;
  private final Consensus consensus;
  private final Labels labels;
  private final Changes changes;
  private final Videos videos;
  private final Policy policy;

  ConsensusMerge(
      Tasks tasks,
      Consensus consensus,
      Labels labels,
      Changes changes,
      Videos videos,
      Policy policy) {
    this.tasks = tasks;
    this.consensus = consensus;
    this.labels = labels;
    this.changes = changes;
    this.videos = videos;
    this.policy = policy;
  }

  /** What came of it; objects that only few have are left to whoever settles. */
  public record Merged(int tracks, int keyframes, int left) {}

  /** One object as several people have it. */
  private record Cluster(List<TrackFrames> members) {}

  public Merged merge(UUID taskId, String method, User by) {
    Task task = tasks.find(taskId, by);
    policy.check(by, task.project(), Action.TASK_REVIEW);
    Function<List<Mask>, Mask> one =
        switch (method) {
          case "majority" -> Staple::majority;
          case "staple" -> Staple::merge;
          default ->
              throw new UserError.Invalid("Labels are merged by \"majority\" or \"staple\".");
        };
    if (labels.state(task.labelSet(), task.frames()).tracks().stream()
        .anyMatch(t -> !t.deleted())) {
      throw new UserError.Invalid(
          "Task %d has labels of its own already; delete them before you merge."
              .formatted(task.number()));
    }
    List<Copy> copies = consensus.copiesOf(task, by);
    Video video = videos.find(task.video());
    List<Cluster> clusters = clusters(task, copies, video);
    UUID group = Ids.next();
    int keyframes = 0;
    int tracks = 0;
    for (Cluster cluster : clusters) {
      if (cluster.members().size() * 2 > copies.size()) {
        List<Op> ops = ops(cluster, one, video, group);
        changes.apply(task.labelSet(), task.id(), by, ops).forEach(ConsensusMerge::require);
        tracks++;
        keyframes += ops.size() - 1;
      }
    }
    return new Merged(tracks, keyframes, clusters.size() - tracks);
  }

  /** Tracks are matched with those of the person who drew most, and so with each other. */
  private List<Cluster> clusters(Task task, List<Copy> copies, Video video) {
    List<Resolved> read =
        copies.stream()
            .map(copy -> labels.resolve(copy.labelSet(), task.frames()))
            .sorted(Comparator.comparingInt(r -> -r.tracks().size()))
            .toList();
    Map<UUID, Cluster> byTrack = new HashMap<>();
    List<Cluster> clusters = new ArrayList<>();
    for (TrackFrames track : read.getFirst().tracks()) {
      if (!track.frames().isEmpty()) {
        Cluster cluster = new Cluster(new ArrayList<>(List.of(track)));
        clusters.add(cluster);
        byTrack.put(track.track().id(), cluster);
      }
    }
    for (Resolved other : read.subList(1, read.size())) {
      Agreement agreement = new Agreement(read.getFirst(), other, video.width(), video.height());
      Map<UUID, UUID> partners =
          agreement.pairs().stream()
              .collect(Collectors.toMap(Agreement.Pair::theirs, Agreement.Pair::ours));
      for (TrackFrames track : other.tracks()) {
        Cluster known =
            Objects.requireNonNullElse(
                byTrack.get(partners.getOrDefault(track.track().id(), track.track().id())),
                new Cluster(new ArrayList<>()));
        if (!track.frames().isEmpty()) {
          if (known.members().isEmpty()) {
            clusters.add(known);
          }
          known.members().add(track);
        }
      }
    }
    return clusters;
  }

  private static List<Op> ops(
      Cluster cluster, Function<List<Mask>, Mask> one, Video video, UUID group) {
    Track like = cluster.members().getFirst().track();
    UUID id = Ids.next();
    List<Op> ops = new ArrayList<>();
    ops.add(
        new Op.TrackCreate(
            Ids.next(),
            0,
            group,
            id,
            like.kind(),
            type(cluster),
            like.name(),
            like.color(),
            like.attributes()));
    TreeSet<Integer> drawn = new TreeSet<>();
    List<Map<Integer, Mask>> masks = new ArrayList<>();
    for (TrackFrames member : cluster.members()) {
      Map<Integer, Mask> own = new TreeMap<>();
      for (ResolvedFrame frame : member.frames()) {
        if (frame.source() == Source.HUMAN) {
          drawn.add(frame.frame());
        }
        own.merge(frame.frame(), Masks.of(frame.shape(), video.width(), video.height()), Mask::or);
      }
      masks.add(own);
    }
    for (int frame : drawn) {
      List<Mask> there =
          masks.stream().map(own -> own.get(frame)).filter(Objects::nonNull).toList();
      if (there.size() * 2 > cluster.members().size()) {
        Mask merged = one.apply(there);
        if (!merged.isEmpty()) {
          ops.add(
              new Op.KeyframePut(
                  Ids.next(), 0, group, id, frame, Slot.MASK, Masks.toShape(merged), null, false));
        }
      }
    }
    return ops;
  }

  /** The class that most gave it. */
  private static @Nullable String type(Cluster cluster) {
    Map<String, Long> votes =
        cluster.members().stream()
            .map(member -> member.track().classId())
            .filter(Objects::nonNull)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static void require(Outcome outcome) {
    if (outcome.status() != Outcome.Status.APPLIED) {
      throw new UserError.Forbidden(
          Objects.requireNonNullElse(outcome.message(), "The labels could not be merged."));
    }
  }
}
