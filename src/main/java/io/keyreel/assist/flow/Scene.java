package io.keyreel.assist.flow;

import io.keyreel.kernel.FrameRange;
import io.keyreel.vision.Flow;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.OpticalFlow;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Working frames of one window of time and the flows between them, each made once. */
final class Scene implements AutoCloseable {
  private final FrameSource source;
  private final View view;
  private final FlowSettings settings;
  private final FrameRange kept;
  private final ConcurrentMap<Integer, WorkFrame> frames = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Vectors> forward = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Vectors> backward = new ConcurrentHashMap<>();
  private final Queue<OpticalFlow> stepFlows = new ConcurrentLinkedQueue<>();
  private final Queue<OpticalFlow> directFlows = new ConcurrentLinkedQueue<>();
  private final Queue<OpticalFlow> checkFlows = new ConcurrentLinkedQueue<>();

  /**
   * @param kept the frames whose pictures and flows stay in memory
   */
  Scene(FrameSource source, View view, FlowSettings settings, FrameRange kept) {
    this.source = source;
    this.kept = kept;
    this.view = view;
    this.settings = settings;
  }

  View view() {
    return view;
  }

  FlowSettings settings() {
    return settings;
  }

  WorkFrame frame(int number) {
    WorkFrame known = frames.get(number);
    if (known != null) {
      return known;
    }
    WorkFrame made = view.prepare(source.frame(number));
    frames.put(number, made);
    return made;
  }

  /** The flow from a frame to the next one. */
  Vectors toNext(int frame) {
    return forward.computeIfAbsent(frame, t -> step(t, t + 1));
  }

  /** The flow from a frame to the one before. */
  Vectors toPrevious(int frame) {
    return backward.computeIfAbsent(frame, t -> step(t, t - 1));
  }

  /** Forgets pictures and flows of frames that need not be kept. */
  void tidy() {
    frames.keySet().removeIf(t -> !kept.contains(t));
    forward.keySet().removeIf(t -> !kept.contains(t));
    backward.keySet().removeIf(t -> !kept.contains(t));
  }

  Flow direct(int from, int to, Flow start) {
    return run(directFlows, settings.direct(), from, to, start);
  }

  Flow check(int from, int to, Flow start) {
    return run(checkFlows, settings.check(), from, to, start);
  }

  private Vectors step(int from, int to) {
    return new Vectors(run(stepFlows, settings.step(), from, to, null));
  }

  private Flow run(
      Queue<OpticalFlow> pool, OpticalFlow.Preset preset, int from, int to, @Nullable Flow start) {
    OpticalFlow idle = pool.poll();
    OpticalFlow flow = idle == null ? new OpticalFlow(preset) : idle;
    Flow result = flow.between(frame(from).gray(), frame(to).gray(), start);
    pool.add(flow);
    return result;
  }

  @Override
  public void close() {
    stepFlows.forEach(OpticalFlow::close);
    directFlows.forEach(OpticalFlow::close);
    checkFlows.forEach(OpticalFlow::close);
  }
}
