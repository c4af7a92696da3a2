package io.keyreel.ui.settings;

import io.keyreel.kernel.UserError;
import io.keyreel.labels.Skeleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A skeleton as lines that people write: "nose 0.5 0.1" and "nose – neck". */
final class SkeletonText {
  private static final Pattern JOINT =
      Pattern.compile("(.+?)\\s+([01]?[.]?\\d+)\\s+([01]?[.]?\\d+)");
  private static final Pattern BONE = Pattern.compile("(.+?)\\s+[-–—]\\s+(.+)");

  private SkeletonText() {}

  static String of(@Nullable Skeleton skeleton) {
    if (skeleton == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Skeleton.Joint joint : skeleton.joints()) {
      text.append(String.format(Locale.ROOT, "%s %.2f %.2f%n", joint.name(), joint.x(), joint.y()));
    }
    for (List<Integer> bone : skeleton.bones()) {
      text.append(
          "%s – %s\n"
              .formatted(
                  skeleton.joints().get(bone.getFirst()).name(),
                  skeleton.joints().get(bone.getLast()).name()));
    }
    return text.toString();
  }

  /** None where there is no text. */
  static @Nullable Skeleton read(String text) {
    List<Skeleton.Joint> joints = new ArrayList<>();
    List<List<Integer>> bones = new ArrayList<>();
    int number = 0;
    for (String raw : text.split("\n")) {
      number++;
      String line = raw.strip();
      Matcher joint = JOINT.matcher(line);
      Matcher bone = BONE.matcher(line);
      if (joint.matches()) {
        joints.add(
            new Skeleton.Joint(
                joint.group(1),
                Double.parseDouble(joint.group(2)),
                Double.parseDouble(joint.group(3))));
      } else if (bone.matches()) {
        bones.add(
            List.of(place(joints, bone.group(1), number), place(joints, bone.group(2), number)));
      } else if (!line.isEmpty()) {
        throw new UserError.Invalid(
            "Line %d is neither a joint, such as \"nose 0.5 0.1\", nor a bone, such as"
                    .formatted(number)
                + " \"nose – neck\".");
      }
    }
    return joints.isEmpty() && bones.isEmpty() ? null : new Skeleton(joints, bones);
  }

  private static int place(List<Skeleton.Joint> joints, String name, int line) {
    for (int i = 0; i < joints.size(); i++) {
      if (joints.get(i).name().equals(name.strip())) {
        return i;
      }
    }
    throw new UserError.Invalid(
        "Line %d joins \"%s\", which is no joint above it.".formatted(line, name.strip()));
  }
}
