package io.keyreel.synth;

/**
 * Somebody or something that moves through the scene.
 *
 * @param depth who stands further back has less
 * @param stride radians of gait a frame
 * @param wobble how much its surface gives, as a share of its height
 * @param shadow whether it stands on the ground
 */
record Actor(
    String name,
    Body body,
    Path path,
    double depth,
    double stride,
    double wobble,
    boolean shadow) {}
