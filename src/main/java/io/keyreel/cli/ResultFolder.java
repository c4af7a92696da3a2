package io.keyreel.cli;

import io.keyreel.assist.Visibility;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.UserError;
import io.keyreel.vision.IndexedPng;
import io.keyreel.vision.LabelImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder that appears whole or not at all. */
final class ResultFolder implements AutoCloseable {
  private final Path target;
  private final Path partial;

  private ResultFolder(Path target, Path partial) {
    this.target = target;
    this.partial = partial;
  }

  static ResultFolder create(Path target) {
    Path whole = target.toAbsolutePath().normalize();
    try {
      if (Files.exists(whole)) {
        requireEmptyFolder(whole);
      }
      Path parent = whole.getParent();
      Path beside = parent == null ? whole : parent;
      Files.createDirectories(beside);
      return new ResultFolder(whole, Files.createTempDirectory(beside, ".partial"));
    } catch (IOException e) {
      throw new UserError.Invalid(
          "The folder %s cannot be written; choose another with --out.".formatted(target), e);
    }
  }

  private static void requireEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UserError.Invalid("%s is a file; give a folder with --out.".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new UserError.Invalid(
            "The folder %s is not empty; give a new one with --out.".formatted(folder));
      }
    }
  }

  void write(FrameFolder source, MaskFolder keyframes, Map<Integer, Map<Integer, Kept>> found) {
    List<String> stems = source.stems();
    StringBuilder table = new StringBuilder("frame,object,confidence,visibility\n");
    for (int frame = 0; frame < stems.size(); frame++) {
      LabelImage drawn = keyframes.images().get(frame);
      Map<Integer, Kept> results = found.getOrDefault(frame, Map.of());
      LabelImage image = drawn == null ? paint(source, results) : drawn;
      put(stems.get(frame) + ".png", IndexedPng.write(image));
      for (int object : keyframes.objects()) {
        table.append(line(frame, object, drawn, results.get(object)));
      }
    }
    put("confidence.csv", table.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static LabelImage paint(FrameFolder source, Map<Integer, Kept> results) {
    Map<Integer, Mask> masks = new TreeMap<>();
    results.forEach((object, result) -> masks.put(object, result.mask(source)));
    return LabelImage.of(source.width(), source.height(), masks);
  }

  private static String line(
      int frame,
      int object,
      @org.jspecify.annotations.Nullable LabelImage drawn,
      @org.jspecify.annotations.Nullable Kept result) {
    double confidence = drawn != null ? 1 : result == null ? 0 : result.confidence();
    boolean empty = drawn != null ? !drawn.ids().contains(object) : result == null;
    Visibility visibility =
        empty ? Visibility.ABSENT : result == null ? Visibility.VISIBLE : result.visibility();
    return String.format(
        Locale.ROOT,
        "%d,%d,%.4f,%s%n",
        frame,
        object,
        confidence,
        visibility.name().toLowerCase(Locale.ROOT));
  }

  private void put(String name, byte[] content) {
    try {
      Files.write(partial.resolve(name), content);
    } catch (IOException e) {
      throw new UserError.Unavailable(
          "The result cannot be written to %s; see that the disk has room.".formatted(target), e);
    }
  }

  /** Gives the folder its name. */
  void commit() {
    try {
      Files.deleteIfExists(target);
      Files.move(partial, target);
      Files.setPosixFilePermissions(
          target, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (!Files.exists(partial)) {
      return;
    }
    try (Stream<Path> files = Files.list(partial)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(partial);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
