package io.keyreel.assist.flow;

import io.keyreel.assist.flow.Evidence.Looks;
import io.keyreel.geometry.PixelBox;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what a refinement looks at. */
final class CropMaker {
  private static final double FAR_AWAY = 20;

  private final Scene scene;
  private final UUID track;
  private final int frame;
  private final PixelBox box;
  private final byte[] planes = new byte[Crop.PLANES * Crop.AREA];

  /** What is believed of a frame beside this one, and the flow to it. */
  record Neighbour(Belief belief, Vectors flow) {}

  CropMaker(Scene scene, UUID track, int frame, PixelBox box) {
    this.scene = scene;
    this.track = track;
    this.frame = frame;
    this.box = box;
  }

  CropMaker belief(Belief belief) {
    put(Crop.BELIEF, values(belief));
    return this;
  }

  CropMaker sides(@Nullable Evidence before, @Nullable Evidence after) {
    side(before, Crop.BEFORE_CHAINED, Crop.BEFORE_STRAIGHT, Crop.BEFORE_COST);
    side(after, Crop.AFTER_CHAINED, Crop.AFTER_STRAIGHT, Crop.AFTER_COST);
    return this;
  }

  /**
   * @param near the neighbour on the side of the nearer keyframe
   */
  CropMaker neighbours(Belief own, @Nullable Neighbour near, @Nullable Neighbour far) {
    put(Crop.NEAR, fetched(own, near));
    put(Crop.FAR, fetched(own, far));
    return this;
  }

  CropMaker rivals(List<Belief> rivals) {
    byte[] strongest = new byte[box.width() * box.height()];
    for (Belief rival : rivals) {
      byte[] values = values(rival);
      for (int i = 0; i < values.length; i++) {
        strongest[i] = (byte) Math.max(strongest[i] & 0xff, values[i] & 0xff);
      }
    }
    put(Crop.RIVALS, strongest);
    return this;
  }

  CropMaker time(int distance, float nearness) {
    fill(Crop.DISTANCE, Math.exp(-distance / FAR_AWAY));
    fill(Crop.NEARNESS, nearness);
    return this;
  }

  Crop make(ColourModel colours) {
    Image lab = scene.frame(frame).lab();
    Image cut = Images.crop(lab, box.x(), box.y(), box.width(), box.height());
    byte[] small = Images.resize(cut, Crop.SIDE, Crop.SIDE).data();
    for (int i = 0; i < Crop.AREA; i++) {
      planes[i] = small[3 * i];
      planes[Crop.AREA + i] = small[3 * i + 1];
      planes[2 * Crop.AREA + i] = small[3 * i + 2];
      planes[Crop.COLOUR * Crop.AREA + i] =
          colours.likelihood(small[3 * i], small[3 * i + 1], small[3 * i + 2]);
    }
    new LocalColours(planes).write();
    return new Crop(box, planes);
  }

  private void side(@Nullable Evidence evidence, int chained, int straight, int cost) {
    if (evidence == null) {
      fill(cost, 1);
      return;
    }
    Looks looks = evidence.looks(track);
    put(chained, values(looks.chained()));
    put(straight, values(looks.straight()));
    byte[] costs = new byte[box.width() * box.height()];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = (byte) Math.min(255, 2 * evidence.cost(pixel(i)));
    }
    put(cost, costs);
  }

  private byte[] fetched(Belief own, @Nullable Neighbour neighbour) {
    if (neighbour == null) {
      return values(own);
    }
    Belief there = neighbour.belief();
    byte[] values = new byte[box.width() * box.height()];
    for (int i = 0; i < values.length; i++) {
      int x = box.x() + i % box.width();
      int y = box.y() + i / box.width();
      int pixel = pixel(i);
      values[i] = share(there.at(x + neighbour.flow().dx(pixel), y + neighbour.flow().dy(pixel)));
    }
    return values;
  }

  private byte[] values(Belief belief) {
    byte[] values = new byte[box.width() * box.height()];
    for (int i = 0; i < values.length; i++) {
      values[i] = share(belief.at(box.x() + i % box.width(), box.y() + i / box.width()));
    }
    return values;
  }

  private byte[] values(SoftMask mask) {
    byte[] values = new byte[box.width() * box.height()];
    for (int i = 0; i < values.length; i++) {
      values[i] = share(mask.at(box.x() + i % box.width(), box.y() + i / box.width()));
    }
    return values;
  }

  private int pixel(int i) {
    return (box.y() + i / box.width()) * scene.view().width() + box.x() + i % box.width();
  }

  private static byte share(float value) {
    return (byte) Math.round(255 * Math.clamp(value, 0f, 1f));
  }

  private void put(int plane, byte[] values) {
    System.arraycopy(Crop.scaled(values, box), 0, planes, plane * Crop.AREA, Crop.AREA);
  }

  private void fill(int plane, double value) {
    Arrays.fill(planes, plane * Crop.AREA, (plane + 1) * Crop.AREA, (byte) Math.round(255 * value));
  }
}
