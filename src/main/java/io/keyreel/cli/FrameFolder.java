package io.keyreel.cli;

import io.keyreel.kernel.UserError;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Pictures of a folder, in the order of their names, as the frames of a video. */
final class FrameFolder implements FrameSource {
  private static final int REMEMBERED = 12;

  private final List<Path> files;
  private final Image first;
  private final Map<Integer, Image> recent =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Image> eldest) {
              return size() > REMEMBERED;
            }
          });

  private FrameFolder(List<Path> files) {
    this.files = files;
    this.first = decode(files.getFirst());
  }

  static FrameFolder open(Path folder) {
    List<Path> files = list(folder, "frames", ".jpg", ".jpeg", ".png");
    if (files.isEmpty()) {
      throw new UserError.Invalid(
          "The folder %s holds no frames; put pictures named 00000.jpg, 00001.jpg … there."
              .formatted(folder));
    }
    return new FrameFolder(files);
  }

  /** The files of a folder with one of the given endings, in the order of their names. */
  static List<Path> list(Path folder, String what, String... endings) {
    if (!Files.isDirectory(folder)) {
      throw new UserError.Invalid(
          "There is no folder %s; give the folder of the %s.".formatted(folder, what));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> {
            String name = f.getFileName().toString().toLowerCase(Locale.ROOT);
            return Stream.of(endings).anyMatch(name::endsWith);
          })
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
    }
  }

  static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  List<String> stems() {
    return files.stream().map(FrameFolder::stem).toList();
  }

  @Override
  public int width() {
    return first.width();
  }

  @Override
  public int height() {
    return first.height();
  }

  @Override
  public int frameCount() {
    return files.size();
  }

  @Override
  public Image frame(int number) {
    Image known = recent.get(number);
    if (known != null) {
      return known;
    }
    Image image = decode(files.get(number));
    if (image.width() != first.width() || image.height() != first.height()) {
      throw new UserError.Invalid(
          "The frame %s has %d by %d pixels, but the first has %d by %d; all frames need one size."
              .formatted(
                  files.get(number), image.width(), image.height(), first.width(), first.height()));
    }
    recent.put(number, image);
    return image;
  }

  private static Image decode(Path file) {
    try {
      return ImageCodec.decode(Files.readAllBytes(file));
    } catch (IOException | UserError.Invalid e) {
      throw new UserError.Invalid(
          "The frame %s cannot be read; replace it by a whole picture.".formatted(file), e);
    }
  }
}
