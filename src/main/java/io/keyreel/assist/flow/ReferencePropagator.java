package io.keyreel.assist.flow;

import io.keyreel.assist.ChunkSink;
import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagatedChunk;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.Propagator;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.assist.Visibility;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.PixelBox;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import io.keyreel.vision.Flow;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;
import io.keyreel.vision.OpticalFlow;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the built-in engine is measured against: masks carried by flow from both keyframes at
 * 432×240, mixed by forward–backward consistency and distance. Only between keyframes; not for use.
 */
public final class ReferencePropagator implements Propagator {
  private static final int WIDTH = 432;
  private static final int HEIGHT = 240;

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public void propagate(
      PropagationRequest request, ChunkSink sink, Progress progress, Cancellation cancellation) {
    View view =
        new View(
            request.frames().width(),
            request.frames().height(),
            new PixelBox(0, 0, request.frames().width(), request.frames().height()),
            WIDTH,
            HEIGHT);
    Flows flows = new Flows(request);
    int done = 0;
    for (TrackKeyframes track : request.tracks()) {
      List<Integer> keys = new ArrayList<>(track.masks().keySet());
      for (int i = 0; i + 1 < keys.size(); i++) {
        if (keys.get(i + 1) - keys.get(i) > 1) {
          sink.accept(span(flows, track, keys.get(i), keys.get(i + 1), view, cancellation));
        }
        progress.report(
            (done + (double) (i + 1) / keys.size()) / request.tracks().size(),
            "frame " + keys.get(i));
      }
      done++;
    }
    progress.report(1, "done");
  }

  private static PropagatedChunk span(
      Flows flows, TrackKeyframes track, int a, int b, View view, Cancellation cancellation) {
    int n = b - a;
    List<Flow> forward = new ArrayList<>();
    List<Flow> backward = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      cancellation.check();
      forward.add(flows.between(a + i, a + i + 1));
      backward.add(flows.between(a + i + 1, a + i));
    }
    State[] left = new State[n];
    State[] right = new State[n + 1];
    left[0] = start(track, a);
    right[n] = start(track, b);
    for (int i = 1; i < n; i++) {
      left[i] = left[i - 1].carry(backward.get(i - 1), forward.get(i - 1));
    }
    for (int i = n - 1; i > 0; i--) {
      right[i] = right[i + 1].carry(forward.get(i), backward.get(i));
    }
    List<FrameResult> results = new ArrayList<>();
    for (int i = 1; i < n; i++) {
      results.add(mix(left[i], right[i], n - i, i, view));
    }
    return new PropagatedChunk(track.track(), new FrameRange(a + 1, b), results);
  }

  /** Flows between neighbours, each made once for all tracks as long as memory lasts. */
  private static final class Flows {
    private final FrameSource frames;
    private final Map<List<Integer>, SoftReference<Flow>> known = new HashMap<>();

    Flows(PropagationRequest request) {
      this.frames = request.frames();
    }

    Flow between(int from, int to) {
      SoftReference<Flow> made = known.get(List.of(from, to));
      Flow flow = made == null ? null : made.get();
      if (flow == null) {
        try (OpticalFlow search = new OpticalFlow(OpticalFlow.Preset.MEDIUM)) {
          flow = search.between(gray(from), gray(to));
        }
        known.put(List.of(from, to), new SoftReference<>(flow));
      }
      return flow;
    }

    private Image gray(int frame) {
      return Images.gray(Images.resize(frames.frame(frame), WIDTH, HEIGHT));
    }
  }

  private static State start(TrackKeyframes track, int keyframe) {
    Mask mask = Map.copyOf(track.masks()).getOrDefault(keyframe, Mask.empty(1, 1));
    float[] values = new float[WIDTH * HEIGHT];
    float[] trust = new float[WIDTH * HEIGHT];
    for (int i = 0; i < values.length; i++) {
      int x = i % WIDTH * mask.width() / WIDTH;
      int y = i / WIDTH * mask.height() / HEIGHT;
      values[i] = mask.get(x, y) ? 1 : 0;
      trust[i] = 1;
    }
    return new State(values, trust);
  }

  private static FrameResult mix(
      State left, State right, int leftShare, int rightShare, View view) {
    float[] margins = new float[WIDTH * HEIGHT];
    double trust = 0;
    double mass = 1e-6;
    for (int i = 0; i < margins.length; i++) {
      float p = left.trust[i] * leftShare;
      float q = right.trust[i] * rightShare;
      float value = (left.values[i] * p + right.values[i] * q) / (p + q + 1e-6f);
      margins[i] = value - 0.5f;
      trust += value * Math.max(left.trust[i], right.trust[i]);
      mass += value;
    }
    Mask mask = view.harden(new SignedMap(new PixelBox(0, 0, WIDTH, HEIGHT), margins));
    return new FrameResult(
        mask, trust / mass, mask.isEmpty() ? Visibility.ABSENT : Visibility.VISIBLE);
  }

  private record State(float[] values, float[] trust) {
    State carry(Flow there, Flow back) {
      float[] consistency = new float[values.length];
      float[] backX = component(back, 0);
      float[] backY = component(back, 1);
      float[] nextValues = new float[values.length];
      float[] nextTrust = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        float dx = there.vectors()[2 * i];
        float dy = there.vectors()[2 * i + 1];
        float sx = Math.clamp(i % WIDTH + dx, 0, WIDTH - 1);
        float sy = Math.clamp(i / WIDTH + dy, 0, HEIGHT - 1);
        double gap = Math.hypot(dx + read(backX, sx, sy), dy + read(backY, sx, sy));
        consistency[i] = (float) Math.exp(-gap / (1 + 0.1 * Math.hypot(dx, dy)));
        nextValues[i] = read(values, sx, sy);
        nextTrust[i] = read(trust, sx, sy) * (0.3f + 0.7f * consistency[i]) * 0.97f;
      }
      return new State(nextValues, nextTrust);
    }

    private static float[] component(Flow flow, int component) {
      float[] values = new float[flow.vectors().length / 2];
      for (int i = 0; i < values.length; i++) {
        values[i] = flow.vectors()[2 * i + component];
      }
      return values;
    }

    private static float read(float[] plane, float x, float y) {
      int x0 = Math.min((int) x, WIDTH - 2);
      int y0 = Math.min((int) y, HEIGHT - 2);
      float fx = x - x0;
      float fy = y - y0;
      int p = y0 * WIDTH + x0;
      float top = plane[p] * (1 - fx) + plane[p + 1] * fx;
      float low = plane[p + WIDTH] * (1 - fx) + plane[p + WIDTH + 1] * fx;
      return top * (1 - fy) + low * fy;
    }
  }
}
