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

  /** Looks back along the chained flow and straight, and weighs per pixel how each resembles. */
  static Evidence gather(
      Scene scene, int frame, int keyframe, Link chain, Map<UUID, SoftMask> keyMasks) {
    WorkFrame here = scene.frame(frame);
    WorkFrame there = scene.frame(keyframe);
    Flow direct = scene.direct(frame, keyframe, chain.flow());
    Flow back = scene.check(keyframe, frame, Inverse.of(direct));
    Link straight = Link.of(direct, back);
    float[] chainTrust = trust(here, there, chain, scene.settings());
    float[] straightTrust = trust(here, there, straight, scene.settings());
    Map<UUID, SoftMask> masks = new HashMap<>();
    keyMasks.forEach((track, mask) ->
        masks.put(
            track,
            SoftMask.mix(
                mask.fetch(chain),
                chainTrust,
                mask.fetch(straight),
                straightTrust,
                chain.width())));
    return new Evidence(costs(chainTrust, straightTrust), masks);
  }

  private static float[] trust(WorkFrame here, WorkFrame there, Link link, FlowSettings settings) {
    float[] trust = Residual.of(here, there, link.vectors());
    float[] miss = link.miss();
    for (int i = 0; i < trust.length; i++) {
      double cost = trust[i] / settings.residualScale() + miss[i] / settings.missScale();
      trust[i] = (float) Math.exp(-cost);
    }
    return trust;
  }

  private static byte[] costs(float[] chainTrust, float[] straightTrust) {
    byte[] costs = new byte[chainTrust.length];
    for (int i = 0; i < costs.length; i++) {
      double cost = -Math.log((chainTrust[i] + straightTrust[i]) / 2 + 1e-9);
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
