package io.keyreel.assist.segment;

import io.keyreel.vision.Flow;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;
import io.keyreel.vision.OpticalFlow;

/**
 * How each region moves against the ground, in units of how far the ground itself is off.
 *
 * @param u by region, to the right
 * @param v by region, downwards
 * @param known 0 where nothing is known of motion, else 1
 */
@SuppressWarnings("ArrayRecordComponent")
record Motion(float[] u, float[] v, float known) {
  private static final int WIDTH = 360;
  private static final float UNRELATED = 20;

  static Motion of(FrameSource frames, int frame, Image picture, Regions regions) {
    int other = frame + 1 < frames.frameCount() ? frame + 1 : frame - 1;
    Motion none = new Motion(new float[regions.count()], new float[regions.count()], 0);
    if (other < 0) {
      return none;
    }
    int w = Math.min(WIDTH, picture.width());
    int h = Math.max(16, (int) Math.round((double) w * picture.height() / picture.width()));
    Image here = Images.gray(Images.resize(picture, w, h));
    Image there = Images.gray(Images.resize(frames.frame(other), w, h));
    if (w < 16 || strange(here, there)) {
      return none;
    }
    try (OpticalFlow dis = new OpticalFlow(OpticalFlow.Preset.MEDIUM)) {
      return of(dis.between(here, there), regions);
    }
  }

  /** Over a cut nothing is known of motion. */
  private static boolean strange(Image a, Image b) {
    int[] counts = new int[64];
    for (int i = 0; i < a.data().length; i++) {
      counts[(a.data()[i] & 0xff) >> 2]++;
      counts[(b.data()[i] & 0xff) >> 2]--;
    }
    long apart = 0;
    for (int count : counts) {
      apart += Math.abs(count);
    }
    return 100 * apart > UNRELATED * 2 * a.pixels() * 2;
  }

  private static Motion of(Flow flow, Regions regions) {
    float[][] sums = means(flow, regions);
    Ground ground = Ground.fit(regions, sums[0], sums[1]);
    int n = regions.count();
    float[] u = new float[n];
    float[] v = new float[n];
    float unit = 0.35f + ground.spread();
    for (int i = 0; i < n; i++) {
      u[i] = (sums[0][i] - ground.u(regions.x()[i], regions.y()[i])) / unit;
      v[i] = (sums[1][i] - ground.v(regions.x()[i], regions.y()[i])) / unit;
    }
    return new Motion(u, v, 1);
  }

  private static float[][] means(Flow flow, Regions regions) {
    float[] u = new float[regions.count()];
    float[] v = new float[regions.count()];
    int w = regions.width();
    for (int i = 0; i < regions.label().length; i++) {
      int fx = i % w * flow.width() / w;
      int fy = i / w * flow.height() / regions.height();
      int at = 2 * (fy * flow.width() + fx);
      u[regions.label()[i]] += flow.vectors()[at];
      v[regions.label()[i]] += flow.vectors()[at + 1];
    }
    for (int i = 0; i < regions.count(); i++) {
      u[i] /= regions.area()[i];
      v[i] /= regions.area()[i];
    }
    return new float[][] {u, v};
  }
}
