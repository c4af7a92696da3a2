package io.keyreel.cli;

import io.keyreel.assist.ChunkSink;
import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagatedChunk;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.Propagator;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.assist.Visibility;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import io.keyreel.kernel.UserError;
import io.keyreel.vision.LabelImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Masks that somebody made, in a folder as {@code propagate} writes it, in place of an engine. */
final class PredictedMasks implements Propagator {
  private final Path folder;
  private final FrameFolder frames;

  /** Takes DIR/CLIP, or DIR itself where there is no such folder. */
  PredictedMasks(Path folder, ClipFolder clip) {
    Path own = folder.resolve(clip.name());
    this.folder = Files.isDirectory(own) ? own : folder;
    this.frames = clip.frames();
  }

  @Override
  public String name() {
    return "pred";
  }

  @Override
  public void propagate(
      PropagationRequest request, ChunkSink sink, Progress progress, Cancellation cancellation) {
    MaskFolder masks = MaskFolder.open(folder, frames);
    Map<Integer, Map<Integer, Double>> confidence = confidence();
    for (TrackKeyframes track : request.tracks()) {
      int object = (int) track.track().getLeastSignificantBits();
      masks
          .images()
          .forEach((frame, image) -> {
            if (!track.masks().containsKey(frame)) {
              sink.accept(chunk(track.track(), object, frame, image, confidence));
            }
          });
    }
    others(request, masks, confidence, sink);
    progress.report(1, "read");
  }

  /** Objects that the truth does not have are mistakes, and shown as such. */
  private static void others(
      PropagationRequest request,
      MaskFolder masks,
      Map<Integer, Map<Integer, Double>> confidence,
      ChunkSink sink) {
    for (int object : masks.objects()) {
      UUID track = new UUID(0, object);
      if (request.tracks().stream().noneMatch(t -> t.track().equals(track))) {
        masks
            .images()
            .forEach((frame, image) -> sink.accept(chunk(track, object, frame, image, confidence)));
      }
    }
  }

  private static PropagatedChunk chunk(
      UUID track,
      int object,
      int frame,
      LabelImage image,
      Map<Integer, Map<Integer, Double>> confidence) {
    Mask mask = image.mask(object);
    return new PropagatedChunk(
        track,
        new FrameRange(frame, frame + 1),
        List.of(
            new FrameResult(
                mask,
                confidence.getOrDefault(frame, Map.of()).getOrDefault(object, 1.0),
                mask.isEmpty() ? Visibility.ABSENT : Visibility.VISIBLE)));
  }

  /** By frame and object; nothing where the folder has no confidence.csv. */
  private Map<Integer, Map<Integer, Double>> confidence() {
    Path file = folder.resolve("confidence.csv");
    Map<Integer, Map<Integer, Double>> confidence = new HashMap<>();
    if (!Files.exists(file)) {
      return confidence;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split(",", -1);
        if (cells.length >= 3 && cells[0].chars().allMatch(Character::isDigit)) {
          confidence
              .computeIfAbsent(Integer.valueOf(cells[0]), f -> new HashMap<>())
              .put(Integer.valueOf(cells[1]), Double.valueOf(cells[2]));
        }
      }
    } catch (IOException | NumberFormatException e) {
      throw new UserError.Invalid(
          "The file %s cannot be read; give lines of frame,object,confidence.".formatted(file), e);
    }
    return confidence;
  }
}
