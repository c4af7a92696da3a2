package io.keyreel.bench;

/**
 * How much is measured.
 *
 * @param video size and frames of the recording that is generated where none is given
 * @param ingests how often it is ingested; the last one counts
 * @param steps frame steps with pictures at hand
 * @param visits openings of the page for jumps to pictures that are not at hand
 * @param jump frames from one such jump to the next, farther than the page looks ahead
 * @param saves changes that are sent
 * @param clip size of the generated clip that is propagated
 * @param clipFrames frames of it
 * @param idleSeconds rest before memory is read
 */
record Scale(
    Size video,
    int ingests,
    int steps,
    int visits,
    int jump,
    int saves,
    Size clip,
    int clipFrames,
    int idleSeconds) {
  record Size(int width, int height, int frames) {}

  static final Scale FULL =
      new Scale(new Size(1280, 720, 320), 2, 40, 10, 96, 200, new Size(854, 480, 0), 41, 10);

  static final Scale TINY =
      new Scale(new Size(160, 96, 70), 1, 4, 1, 60, 4, new Size(160, 96, 0), 7, 0);
}
