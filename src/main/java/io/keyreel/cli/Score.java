package io.keyreel.cli;

/**
 * One object in one frame that was no keyframe.
 *
 * @param j intersection over union with the truth
 * @param f boundary measure
 * @param confidence what the engine foretold for {@code j}
 */
record Score(int frame, int object, double j, double f, double confidence) {}
