package io.keyreel.synth;

/**
 * Where an actor stands at a time, before the camera: position as a share of the frame's height,
 * and size in the same unit.
 *
 * @param speed height shares a frame
 * @param bob how far it rises and falls
 * @param growth by how much it grows or shrinks in a frame
 * @param sway turning back and forth, in radians
 * @param facing 1 to the right, −1 to the left
 * @param parallax how far the camera's pan carries it (1: the ground, more: nearer)
 */
record Path(
    double x,
    double y,
    double size,
    double speed,
    double bob,
    double bobRate,
    double bobPhase,
    double growth,
    double sway,
    boolean bounce,
    int facing,
    double parallax) {
  double xAt(double time) {
    return x + speed * time + 0.02 * Math.sin(0.07 * time + bobPhase);
  }

  double yAt(double time) {
    double wave = Math.sin(bobRate * time + bobPhase);
    return y - bob * (bounce ? Math.abs(wave) : wave);
  }

  double sizeAt(double time) {
    return size * Math.exp(growth * time) * (1 + 0.04 * Math.sin(0.09 * time + bobPhase));
  }

  double turnAt(double time) {
    return sway * Math.sin(0.11 * time + bobPhase);
  }
}
