package io.keyreel.assist.flow;

import io.keyreel.vision.Flow;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a keyframe says about a frame: the masks it sends there, and how little to trust them.
 *
 * @param costs per working pixel, in sixteenths; trust is exp(−cost)
 * @param looks what each mask was mixed from
 */
@SuppressWarnings("ArrayRecordComponent")
record Evidence(byte[] costs, Map<UUID, SoftMask> masks, Map<UUID, Looks> looks) {
  private static final float STEPS = 16;
  private static final float[] TRUST = new float[256];
  private static final int[] GAIN = new int[256];

  static {
    for (int i = 0; i < TRUST.length; i++) {
      TRUST[i] = (float) Math.exp(-i / STEPS);
      GAIN[i] = (int) Math.round(-STEPS * Math.log((1 + TRUST[i]) / 2));
    }
  }

  /** A keyframe's mask along the chained flow and along the straight one. */
  record Looks(SoftMask chained, SoftMask straight) {
    static final Looks NONE = new Looks(SoftMask.NONE, SoftMask.NONE);
  }

  /** Looks back along the chained flow and straight, and weighs per pixel how each resembles. */
  static Evidence gather(
      Scene scene, int frame, int keyframe, Link chain, Map<UUID, SoftMask> keyMasks) {
    WorkFrame here = scene.frame(frame);
    WorkFrame there = scene.frame(keyframe);
    Flow away = scene.direct(frame, keyframe, chain.flow());
    Flow back = scene.check(keyframe, frame, Inverse.of(away));
    Link straight = Link.of(away, back);
    Evidence chained =
        new Evidence(costs(here, there, chain, scene.settings()), Map.of(), Map.of());
    Evidence direct =
        new Evidence(costs(here, there, straight, scene.settings()), Map.of(), Map.of());
    Map<UUID, SoftMask> masks = new HashMap<>();
    Map<UUID, Looks> looks = new HashMap<>();
    keyMasks.forEach((track, mask) -> {
      Looks pair = new Looks(mask.fetch(chain), mask.fetch(straight));
      looks.put(track, pair);
      masks.put(
          track, SoftMask.mix(pair.chained(), chained, pair.straight(), direct, chain.width()));
    });
    return new Evidence(both(chained.costs, direct.costs), masks, looks);
  }

  /** Looks straight at a keyframe, starting from a guess. */
  static Evidence straight(
      Scene scene, int frame, int keyframe, Flow start, Map<UUID, SoftMask> keyMasks) {
    Flow away = scene.direct(frame, keyframe, start);
    Flow back = scene.check(keyframe, frame, Inverse.of(away));
    Link link = Link.of(away, back);
    Map<UUID, SoftMask> masks = new HashMap<>();
    keyMasks.forEach((track, mask) -> masks.put(track, mask.fetch(link)));
    return new Evidence(
        costs(scene.frame(frame), scene.frame(keyframe), link, scene.settings()), masks, Map.of());
  }

  private static byte[] costs(WorkFrame here, WorkFrame there, Link link, FlowSettings settings) {
    float[] residual = Residual.of(here, there, link.vectors());
    float[] miss = link.miss();
    byte[] costs = new byte[residual.length];
    for (int i = 0; i < costs.length; i++) {
      float cost = residual[i] / settings.residualScale() + miss[i] / settings.missScale();
      costs[i] = (byte) Math.min(255, (int) (cost * STEPS + 0.5f));
    }
    return costs;
  }

  /** The cost whose trust is the mean of both trusts. */
  private static byte[] both(byte[] chain, byte[] straight) {
    byte[] costs = new byte[chain.length];
    for (int i = 0; i < costs.length; i++) {
      int a = chain[i] & 0xff;
      int b = straight[i] & 0xff;
      costs[i] = (byte) Math.min(255, Math.min(a, b) + GAIN[Math.abs(a - b)]);
    }
    return costs;
  }

  /** 1 where the picture is explained in full, towards 0 where it is not. */
  float trust(int pixel) {
    return TRUST[costs[pixel] & 0xff];
  }

  /** In sixteenths; trust is exp(−cost). */
  int cost(int pixel) {
    return costs[pixel] & 0xff;
  }

  Looks looks(UUID track) {
    return looks.getOrDefault(track, Looks.NONE);
  }

  SoftMask mask(UUID track) {
    SoftMask mask = masks.get(track);
    if (mask == null) {
      throw new IllegalArgumentException("no evidence for track " + track);
    }
    return mask;
  }
}
