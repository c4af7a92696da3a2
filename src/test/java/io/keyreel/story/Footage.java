package io.keyreel.story;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.media.decode.Clips;
import io.keyreel.synth.ClipGenerator;
import io.keyreel.synth.ClipSpec;
import io.keyreel.synth.SynthClip;
import io.keyreel.vision.ImageCodec;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A generated scene that looks like footage, with what is on it to the pixel. */
final class Footage {
  static final int WIDTH = 640;
  static final int HEIGHT = 360;
  static final int FRAMES = 40;
  private static final int SEED = 9;
  private static final int QUALITY = 92;
  private static final int LEAST = 60;

  private final SynthClip clip = ClipGenerator.generate(new ClipSpec(SEED, WIDTH, HEIGHT, FRAMES));

  Path file(Path folder) throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    for (int frame = 0; frame < FRAMES; frame++) {
      byte[] jpeg = ImageCodec.jpeg(clip.frame(frame), QUALITY, false);
      Files.write(pictures.resolve("%05d.jpg".formatted(frame)), jpeg);
    }
    return new Clips(folder)
        .remux(
            "Walk with the goat.mkv",
            pictures.resolve("%05d.jpg"),
            List.of("-framerate", "12"),
            List.of());
  }

  /** Each object becomes a track of the class, with a mask on every so many frames. */
  List<UUID> label(TestTasks world, Task task, String classId, int every) {
    List<UUID> tracks = new ArrayList<>();
    for (int object = 1; object <= clip.objectNames().size(); object++) {
      UUID track = world.track(task, world.labeler, classId);
      for (int frame = 0; frame < FRAMES; frame += every) {
        Mask mask = clip.labels(frame).mask(object);
        if (mask.area() >= LEAST) {
          world.apply(task, world.labeler, TestTasks.keyframe(track, frame, Masks.toShape(mask)));
        }
      }
      tracks.add(track);
    }
    return tracks;
  }
}
