package io.keyreel.cli;

import io.keyreel.geometry.Mask;
import io.keyreel.kernel.UserError;
import io.keyreel.vision.LabelImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clip with a mask for every frame, and perhaps regions that do not count.
 *
 * @param ignored label images whose value 255 marks what is not scored
 */
record ClipFolder(
    String name,
    FrameFolder frames,
    MaskFolder truth,
    @Nullable MaskFolder ignored,
    SegmentClasses classes) {
  private static final int UNSCORED = 255;

  /** A clip, or the clips of a folder; those without a mask for every frame are left out. */
  static List<ClipFolder> open(Path folder, Collection<String> names) {
    if (!Files.isDirectory(folder)) {
      throw new UserError.Invalid(
          "There is no folder %s; give a folder of clips.".formatted(folder));
    }
    List<ClipFolder> clips = new ArrayList<>();
    for (Path candidate : candidates(folder)) {
      String name = candidate.getFileName().toString();
      if (!names.isEmpty() && names.stream().noneMatch(name::startsWith)) {
        continue;
      }
      FrameFolder frames = FrameFolder.open(candidate.resolve("frames"));
      MaskFolder truth = MaskFolder.open(candidate.resolve("masks"), frames);
      if (truth.images().size() == frames.frameCount() && !truth.objects().isEmpty()) {
        Path ignore = candidate.resolve("ignore");
        clips.add(
            new ClipFolder(
                name,
                frames,
                truth,
                Files.isDirectory(ignore) ? MaskFolder.open(ignore, frames) : null,
                SegmentClasses.of(candidate)));
      }
    }
    if (clips.isEmpty()) {
      throw new UserError.Invalid(
          "The folder %s holds no clip with frames/ and a mask for every frame in masks/."
              .formatted(folder));
    }
    return clips;
  }

  private static List<Path> candidates(Path folder) {
    if (Files.isDirectory(folder.resolve("frames"))) {
      return List.of(folder.toAbsolutePath().normalize());
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(c -> Files.isDirectory(c.resolve("frames")))
          .filter(c -> Files.isDirectory(c.resolve("masks")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Frames 0, n, 2n … and the last. */
  List<Integer> keyframes(int every) {
    List<Integer> keys = new ArrayList<>();
    for (int t = 0; t < frames.frameCount(); t += every) {
      keys.add(t);
    }
    if (keys.getLast() != frames.frameCount() - 1) {
      keys.add(frames.frameCount() - 1);
    }
    return keys;
  }

  /** The truth of a frame, with 255 where it is not known. */
  LabelImage known(int frame) {
    LabelImage image = image(frame);
    LabelImage regions = ignored == null ? null : ignored.images().get(frame);
    if (regions == null) {
      return image;
    }
    byte[] labels = image.labels().clone();
    regions
        .mask(UNSCORED)
        .forEachRun((from, to) -> Arrays.fill(labels, from, to, (byte) SegmentOverlaps.VOID));
    return new LabelImage(image.width(), image.height(), labels);
  }

  private LabelImage image(int frame) {
    LabelImage image = truth.images().get(frame);
    if (image == null) {
      throw new IllegalStateException("no truth for frame " + frame);
    }
    return image;
  }

  Mask truth(int frame, int object) {
    return image(frame).mask(object);
  }

  /** A mask less what is not scored. */
  Mask scored(Mask mask, int frame) {
    LabelImage regions = ignored == null ? null : ignored.images().get(frame);
    return regions == null ? mask : mask.andNot(regions.mask(UNSCORED));
  }
}
