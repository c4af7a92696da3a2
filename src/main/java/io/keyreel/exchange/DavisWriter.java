package io.keyreel.exchange;

import io.keyreel.exchange.Areas.Area;
import io.keyreel.exchange.Clip.ClipTrack;
import io.keyreel.vision.IndexedPng;
import io.keyreel.vision.LabelImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * DAVIS 2017: an indexed PNG a frame, 0 for the background, k for the k-th object of the clip, the
 * same through all of it.
 */
final class DavisWriter implements FormatWriter {
  /** 255 means void to its readers, 254 to some of them. */
  private static final int MAX_OBJECTS = 253;

  @Override
  public void write(ExportSource source, ExportZip zip, boolean images, Losses losses)
      throws IOException {
    losses.add("DAVIS knows no classes, attributes, visibility, confidence or frame times.");
    losses.add(
        "Frames keep their full size; the folder is named 480p because readers of DAVIS look"
            + " there.");
    losses.add("Where areas overlap, the one with the larger z stands; the other is cut.");
    List<Clip> clips = source.head().clips();
    zip.text("ImageSets/2017/train.txt", String.join("", lines(clips)));
    zip.text("ImageSets/2017/val.txt", "");
    Map<Clip, Map<Integer, Integer>> objects = new HashMap<>();
    clips.forEach(clip -> objects.put(clip, objects(clip, losses)));
    source.frames((clip, frame) -> {
      byte[] pixels =
          flattened(clip, Areas.of(clip, frame, losses), objects.getOrDefault(clip, Map.of()));
      zip.stored(
          "Annotations/480p/%s/%05d.png".formatted(clip.folder(), frame.frame()),
          IndexedPng.write(new LabelImage(clip.width(), clip.height(), pixels)));
    });
    if (images) {
      for (Clip clip : clips) {
        for (int frame : clip.frames()) {
          zip.stored(
              "JPEGImages/480p/%s/%05d.jpg".formatted(clip.folder(), frame),
              source.jpeg(clip, frame));
        }
      }
    }
  }

  private static List<String> lines(List<Clip> clips) {
    return clips.stream().map(clip -> clip.folder() + "\n").toList();
  }

  /** Palette index by track number. */
  private static Map<Integer, Integer> objects(Clip clip, Losses losses) {
    Map<Integer, Integer> objects = new HashMap<>();
    for (ClipTrack track : clip.tracks()) {
      if (track.crowd()) {
        losses.count("A crowd or ignored region cannot be told from an object and is left out");
      } else if (objects.size() == MAX_OBJECTS) {
        losses.count("An object past the first %d of a clip is left out".formatted(MAX_OBJECTS));
      } else {
        objects.put(track.number(), objects.size() + 1);
      }
    }
    return objects;
  }

  private static byte[] flattened(Clip clip, List<Area> areas, Map<Integer, Integer> objects) {
    byte[] pixels = new byte[clip.width() * clip.height()];
    areas.stream()
        .sorted(
            Comparator.<Area>comparingInt(area -> area.shape().z())
                .thenComparingInt(area -> area.track().number()))
        .forEach(area -> {
          Integer object = objects.get(area.track().number());
          if (object != null) {
            area.mask().forEachRun((from, to) -> fill(pixels, from, to, object));
          }
        });
    return pixels;
  }

  private static void fill(byte[] pixels, int from, int to, int object) {
    Arrays.fill(pixels, from, to, (byte) object);
  }
}
