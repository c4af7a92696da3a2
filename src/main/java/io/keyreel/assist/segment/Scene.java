package io.keyreel.assist.segment;

import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;

/**
 * What is found out about a frame before anybody asks.
 *
 * @param wall how much stands between a region and each of its neighbours, about 1 on average
 * @param step about the side of a region
 */
@SuppressWarnings("ArrayRecordComponent")
record Scene(
    Regions regions, Motion motion, Palette palette, float[] wall, MergeTree tree, int step) {

  static Scene of(FrameSource frames, int frame, Image picture, int step) {
    Regions regions = Regions.of(Images.lab(picture), step);
    Motion motion = Motion.of(frames, frame, picture, regions);
    float[] wall = walls(regions, motion);
    return new Scene(regions, motion, Palette.of(regions), wall, MergeTree.of(regions, wall), step);
  }

  private static float[] walls(Regions regions, Motion motion) {
    int m = regions.neighbour().length;
    float[] colour = new float[m];
    float[] moves = new float[m];
    double edges = 1e-3;
    double colours = 1e-3;
    for (int i = 0; i < regions.count(); i++) {
      for (int s = regions.start()[i]; s < regions.start()[i + 1]; s++) {
        int j = regions.neighbour()[s];
        colour[s] = (float) Math.sqrt(Palette.apart(regions.lab(), i, regions.lab(), j));
        float apart =
            (float) Math.hypot(motion.u()[i] - motion.u()[j], motion.v()[i] - motion.v()[j]);
        moves[s] = Math.min(3, apart / 2);
        edges += regions.edge()[s];
        colours += colour[s];
      }
    }
    float[] wall = new float[m];
    for (int s = 0; s < m; s++) {
      wall[s] =
          (float) (0.5 * regions.edge()[s] * m / edges + 0.4 * colour[s] * m / colours)
              + 0.35f * moves[s];
    }
    return wall;
  }

  int count() {
    return regions.count();
  }
}
