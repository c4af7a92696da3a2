package io.keyreel.assist.flow;

import io.keyreel.vision.Flow;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a keyframe says about a frame: the masks it sends there, and how little to trust them.
 *
 * @param costs per working pixel, in sixteenths; trust is exp(−cost)
 */
@SuppressWarnings("ArrayRecordComponent")
record Evidence(byte[] costs, Map<UUID, SoftMask> masks) {
  private static final float STEPS = 16;
  private static final float[] TRUST = new float[256];

  static {
    for (int i = 0; i < TRUST.length; i++) {
      TRUST[i] = (float) Math.exp(-i / STEPS);
    }
  }

  /** Looks back along the chained flow and straight, and keeps per pixel what resembles more. */
  static Evidence gather(
      Scene scene, int frame, int keyframe, Link chain, Map<UUID, SoftMask> keyMasks) {
    int width = chain.width();
    int height = chain.height();
    WorkFrame here = scene.frame(frame);
    WorkFrame there = scene.frame(keyframe);
    float[] vectors = chain.vectors().clone();
    float[] residual = Residual.of(here, there, vectors);
    Flow direct = scene.direct(frame, keyframe, new Flow(width, height, chain.vectors()));
    float[] directResidual = Residual.of(here, there, direct.vectors());
    for (int i = 0; i < residual.length; i++) {
      if (directResidual[i] < residual[i]) {
        residual[i] = directResidual[i];
        vectors[2 * i] = direct.vectors()[2 * i];
        vectors[2 * i + 1] = direct.vectors()[2 * i + 1];
      }
    }
    Map<UUID, SoftMask> masks = new HashMap<>();
    keyMasks.forEach((track, mask) -> masks.put(track, mask.fetch(vectors, width, height)));
    return new Evidence(costs(residual, chain.miss(), scene.settings()), masks);
  }

  private static byte[] costs(float[] residual, float[] miss, FlowSettings settings) {
    byte[] costs = new byte[residual.length];
    for (int i = 0; i < costs.length; i++) {
      float cost = residual[i] / settings.residualScale() + miss[i] / settings.missScale();
      costs[i] = (byte) Math.min(255, Math.round(cost * STEPS));
    }
    return costs;
  }

  /** 1 where the picture is explained in full, towards 0 where it is not. */
  float trust(int pixel) {
    return TRUST[costs[pixel] & 0xff];
  }

  SoftMask mask(UUID track) {
    SoftMask mask = masks.get(track);
    if (mask == null) {
      throw new IllegalArgumentException("no evidence for track " + track);
    }
    return mask;
  }
}
