package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.assist.EventProposals;
import io.keyreel.kernel.UserError;
import io.keyreel.media.Energy;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What moves and sounds in a video, and where that seems to be an event. */
@RestController
@RequestMapping("/api/v1")
class EnergyController {
  private static final int MOST_VALUES = 4096;

  /**
   * Values from 0 to 1, each the highest of {@code step} frames.
   *
   * @param to one past the last frame
   * @param audio null where there is no sound
   */
  record Energies(int from, int to, int step, List<Double> motion, @Nullable List<Double> audio) {}

  private final Videos videos;
  private final Tasks tasks;
  private final EventProposals proposals;
  private final CurrentUser me;

  EnergyController(Videos videos, Tasks tasks, EventProposals proposals, CurrentUser me) {
    this.videos = videos;
    this.tasks = tasks;
    this.proposals = proposals;
    this.me = me;
  }

  /** Of a range of frames; at most 4,096 values however long it is. */
  @Entry(action = Action.VIDEO_VIEW)
  @GetMapping("/videos/{video}/energy")
  Energies energy(
      @PathVariable("video") UUID id,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(required = false) @Nullable Integer to) {
    Video video = videos.find(id, me.require());
    Videos.requireReady(video);
    int end = to == null ? video.frameCount() : to;
    if (from < 0 || from >= end || end > video.frameCount()) {
      throw new UserError.Invalid(
          "Frames %d to %d were asked for, but the video has %d; choose frames it has."
              .formatted(from, end - 1, video.frameCount()));
    }
    Energy energy =
        videos
            .energy(id)
            .orElseThrow(() ->
                new UserError.NotFound(
                    "The energy of this video was not measured: it was ingested by an older version."));
    int step = (end - from + MOST_VALUES - 1) / MOST_VALUES;
    return new Energies(
        from,
        end,
        step,
        highest(energy.motion(), from, end, step),
        energy.audio() == null ? null : highest(energy.audio(), from, end, step));
  }

  private static List<Double> highest(byte[] levels, int from, int to, int step) {
    List<Double> values = new ArrayList<>();
    for (int start = from; start < to; start += step) {
      double most = 0;
      for (int i = start; i < Math.min(to, start + step); i++) {
        most = Math.max(most, Energy.value(levels[i]));
      }
      values.add(Math.round(most * 1e4) / 1e4);
    }
    return values;
  }

  /** Boundaries and stretches that may be events; to be taken over as labels by who agrees. */
  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/tasks/{task}/event-proposals")
  EventProposals.Proposed events(@PathVariable UUID task) {
    Task found = tasks.find(task, me.require());
    return proposals.of(found.video(), found.frames());
  }
}
