package io.keyreel.assist.segment;

/**
 * The outside and inside of a set of regions.
 *
 * @param around length of its border within the picture
 * @param wall mean wall along it
 * @param weak how much of it has next to no wall
 * @param inner mean wall between its own regions
 * @param rim pixels on the picture's edge
 * @param ring the regions beside it
 */
@SuppressWarnings("ArrayRecordComponent")
record Form(
    long area,
    float x,
    float y,
    float around,
    float wall,
    float weak,
    float inner,
    int rim,
    float left,
    float top,
    float right,
    float bottom,
    boolean[] ring) {
  private static final float NO_WALL = 0.5f;

  static Form of(Scene scene, boolean[] set) {
    Regions r = scene.regions();
    long area = 0;
    double x = 0;
    double y = 0;
    int rim = 0;
    float[] border = new float[3];
    float[] inside = new float[2];
    boolean[] ring = new boolean[set.length];
    float[] box = {r.width(), r.height(), 0, 0};
    float half = scene.step() / 2f;
    for (int i = 0; i < set.length; i++) {
      if (!set[i]) {
        continue;
      }
      area += r.area()[i];
      x += (double) r.area()[i] * r.x()[i];
      y += (double) r.area()[i] * r.y()[i];
      rim += r.rim()[i];
      box[0] = Math.min(box[0], r.x()[i] - half);
      box[1] = Math.min(box[1], r.y()[i] - half);
      box[2] = Math.max(box[2], r.x()[i] + half);
      box[3] = Math.max(box[3], r.y()[i] + half);
      for (int s = r.start()[i]; s < r.start()[i + 1]; s++) {
        float length = r.length()[s];
        float wall = scene.wall()[s];
        if (set[r.neighbour()[s]]) {
          inside[0] += length;
          inside[1] += length * wall;
        } else {
          ring[r.neighbour()[s]] = true;
          border[0] += length;
          border[1] += length * wall;
          border[2] += wall < NO_WALL ? length : 0;
        }
      }
    }
    float all = Math.max(1, border[0]);
    return new Form(
        area,
        (float) (x / Math.max(1, area)),
        (float) (y / Math.max(1, area)),
        border[0],
        border[1] / all,
        border[2] / all,
        inside[1] / Math.max(1, inside[0]),
        rim,
        box[0],
        box[1],
        box[2],
        box[3],
        ring);
  }
}
