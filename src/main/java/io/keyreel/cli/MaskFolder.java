package io.keyreel.cli;

import io.keyreel.kernel.UserError;
import io.keyreel.vision.IndexedPng;
import io.keyreel.vision.LabelImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Label images of a folder, by the number of the frame that has the same name. */
record MaskFolder(NavigableMap<Integer, LabelImage> images) {

  static MaskFolder open(Path folder, FrameFolder frames) {
    List<Path> files = FrameFolder.list(folder, "masks", ".png");
    if (files.isEmpty()) {
      throw new UserError.Invalid(
          "The folder %s holds no masks; put an indexed PNG there for each keyframe, named like its frame."
              .formatted(folder));
    }
    List<String> stems = frames.stems();
    NavigableMap<Integer, LabelImage> images = new TreeMap<>();
    for (Path file : files) {
      int frame = stems.indexOf(FrameFolder.stem(file));
      if (frame < 0) {
        throw new UserError.Invalid(
            "The mask %s has no frame of the same name; name masks like their frames."
                .formatted(file));
      }
      images.put(frame, read(file, frames));
    }
    return new MaskFolder(images);
  }

  private static LabelImage read(Path file, FrameFolder frames) {
    LabelImage image;
    try {
      image = IndexedPng.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UserError.Invalid("The mask %s cannot be read.".formatted(file), e);
    } catch (UserError.Invalid e) {
      throw new UserError.Invalid(file + ": " + e.getMessage(), e);
    }
    if (image.width() != frames.width() || image.height() != frames.height()) {
      throw new UserError.Invalid(
          "The mask %s has %d by %d pixels, but the frames have %d by %d; draw masks at the size of the frames."
              .formatted(file, image.width(), image.height(), frames.width(), frames.height()));
    }
    return image;
  }

  /** All object ids that appear, lowest first. */
  SortedSet<Integer> objects() {
    SortedSet<Integer> ids = new TreeSet<>();
    images.values().forEach(image -> ids.addAll(image.ids()));
    return ids;
  }
}
