package io.keyreel.synth;

/**
 * A painted outline in its place.
 *
 * @param placing from the part's own coordinates to its actor's
 */
record Part(Outline outline, Paint paint, Affine placing) {}
