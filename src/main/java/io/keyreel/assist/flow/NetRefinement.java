package io.keyreel.assist.flow;

import io.keyreel.assist.models.ModelCard;
import io.keyreel.assist.models.ModelPack;
import io.keyreel.assist.models.ModelRegistry;
import io.keyreel.assist.onnx.OnnxCheck;
import io.keyreel.assist.onnx.RefineNet;
import io.keyreel.geometry.PixelBox;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Corrects beliefs by the net of the pack {@code refine}. */
final class NetRefinement implements Refinement {
  private static final Logger LOG = LoggerFactory.getLogger(NetRefinement.class);
  private static final String PACK = "refine";
  private static final float LEAST = 0.02f;

  /** Corrections of the logit as small as this are noise, above all on what is right already. */
  private static final float NOISE = 0.5f;

  /** Lines of the smallest recordings that it corrects: it has learnt from none so coarse. */
  private static final int SMALLEST = 180;

  private final RefineNet net;

  NetRefinement(RefineNet net) {
    this.net = net;
  }

  /** The program's own net, or nothing where its pack is missing or broken. */
  static Refinement shipped() {
    return Shipped.REFINEMENT;
  }

  private static final class Shipped {
    static final Refinement REFINEMENT =
        load(new ModelRegistry(List.of(), new OnnxCheck(), null), PACK);
  }

  static Refinement load(ModelRegistry registry, String name) {
    return registry
        .find(name)
        .filter(pack -> pack.card().kind() == ModelCard.Kind.REFINEMENT)
        .<Refinement>map(NetRefinement::of)
        .orElseGet(() -> {
          LOG.warn("Masks are carried by optical flow alone: {}", problem(registry, name));
          return Refinement.NONE;
        });
  }

  private static String problem(ModelRegistry registry, String name) {
    return registry.all().stream()
        .filter(status -> status.folder().equals(name))
        .findFirst()
        .map(status -> String.valueOf(status.problem()))
        .orElse("the model pack \"%s\" is missing.".formatted(name));
  }

  private static Refinement of(ModelPack pack) {
    return new NetRefinement(new RefineNet(pack.read("net")));
  }

  @Override
  public boolean active(View view) {
    return Math.min(view.frameWidth(), view.frameHeight()) >= SMALLEST;
  }

  @Override
  public Belief refine(View view, UUID track, int frame, Crop crop, Belief belief) {
    RefineNet.Answer answer = net.run(crop.planes(), Crop.PLANES, Crop.SIDE);
    PixelBox all = crop.box().union(belief.box());
    float[] values = new float[all.width() * all.height()];
    for (int i = 0; i < values.length; i++) {
      int x = all.x() + i % all.width();
      int y = all.y() + i / all.width();
      values[i] = corrected(belief.at(x, y), correction(crop.box(), answer.correction(), x, y));
    }
    return belief.mended(all, values, answer.iou());
  }

  private static float corrected(float likelihood, float correction) {
    float p = Math.clamp(likelihood, LEAST, 1 - LEAST);
    float odds = p / (1 - p) * (float) Math.exp(decided(correction));
    float after = odds / (1 + odds);
    return after < LEAST ? Math.min(likelihood, after) : after;
  }

  private static float decided(float correction) {
    return Math.signum(correction) * Math.max(0, Math.abs(correction) - NOISE);
  }

  /** Read between the net's pixels; none outside its sight. */
  private static float correction(PixelBox box, float[] map, int x, int y) {
    if (x < box.x() || y < box.y() || x >= box.right() || y >= box.bottom()) {
      return 0;
    }
    float sx =
        Math.clamp((x - box.x() + 0.5f) * Crop.SIDE / box.width() - 0.5f, 0, Crop.SIDE - 1.001f);
    float sy =
        Math.clamp((y - box.y() + 0.5f) * Crop.SIDE / box.height() - 0.5f, 0, Crop.SIDE - 1.001f);
    int x0 = (int) sx;
    int y0 = (int) sy;
    float fx = sx - x0;
    float fy = sy - y0;
    int p = y0 * Crop.SIDE + x0;
    float top = map[p] * (1 - fx) + map[p + 1] * fx;
    float low = map[p + Crop.SIDE] * (1 - fx) + map[p + Crop.SIDE + 1] * fx;
    return top * (1 - fy) + low * fy;
  }
}
