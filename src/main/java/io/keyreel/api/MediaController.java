package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Page;
import io.keyreel.media.FramePack;
import io.keyreel.media.FrameTimes;
import io.keyreel.media.PackInfo;
import io.keyreel.media.Shot;
import io.keyreel.media.Video;
import io.keyreel.media.VideoDeletion;
import io.keyreel.media.VideoQuery;
import io.keyreel.media.VideoState;
import io.keyreel.media.VideoUse;
import io.keyreel.media.Videos;
import io.keyreel.vision.Transition;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Videos, and what is known of their frames. */
@RestController
@RequestMapping("/api/v1")
class MediaController {
  /**
   * @param to one past the last frame
   */
  record ShotSpan(int from, int to, Transition transition) {
    static ShotSpan of(Shot shot) {
      return new ShotSpan(shot.frames().from(), shot.frames().to(), shot.startsWith());
    }

    Shot shot() {
      return new Shot(new FrameRange(from, to), transition);
    }
  }

  /**
   * All a player needs before the first picture.
   *
   * @param timeBase numerator and denominator of the seconds a tick lasts
   */
  @SuppressWarnings("ArrayRecordComponent")
  record FrameIndex(
      int frameCount,
      int width,
      int height,
      int packSize,
      List<Integer> timeBase,
      long[] pts,
      long[] durations,
      List<PackInfo> packs,
      List<ShotSpan> shots) {}

  private final Videos videos;
  private final VideoDeletion deletion;
  private final CurrentUser me;

  MediaController(Videos videos, VideoDeletion deletion, CurrentUser me) {
    this.videos = videos;
    this.deletion = deletion;
    this.me = me;
  }

  @Entry(action = Action.VIDEO_VIEW)
  @GetMapping("/projects/{project}/videos")
  Page<Video> list(
      @PathVariable UUID project,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable VideoState state,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    return videos.ofProject(project, new VideoQuery(text, state, offset, limit), me.require());
  }

  @Entry(action = Action.VIDEO_VIEW)
  @GetMapping("/videos/{video}")
  Video find(@PathVariable UUID video) {
    return videos.find(video, me.require());
  }

  /** Where there are tasks or labels, they go too, and the video's name is to be given. */
  @Entry(action = Action.VIDEO_DELETE)
  @DeleteMapping("/videos/{video}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID video, @RequestParam(required = false) @Nullable String name) {
    deletion.delete(video, name, me.require());
  }

  /** What would be lost with the video. */
  @Entry(action = Action.VIDEO_DELETE)
  @GetMapping("/videos/{video}/use")
  VideoUse use(@PathVariable UUID video) {
    return deletion.use(video, me.require());
  }

  /** Ingests a rejected video again. */
  @Entry(action = Action.VIDEO_UPLOAD)
  @PostMapping("/videos/{video}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void retry(@PathVariable UUID video) {
    videos.retry(video, me.require());
  }

  @Entry(action = Action.VIDEO_VIEW)
  @GetMapping("/videos/{video}/index")
  FrameIndex index(@PathVariable("video") UUID id) {
    Video video = videos.find(id, me.require());
    FrameTimes times = videos.times(id);
    return new FrameIndex(
        video.frameCount(),
        video.width(),
        video.height(),
        FramePack.SIZE,
        List.of(video.timeBase().num(), video.timeBase().den()),
        times.pts(),
        times.durations(),
        videos.packs(id),
        videos.shots(id).stream().map(ShotSpan::of).toList());
  }

  @Entry(action = Action.VIDEO_EDIT)
  @PutMapping("/videos/{video}/shots")
  List<ShotSpan> shots(@PathVariable UUID video, @RequestBody List<ShotSpan> shots) {
    videos.setShots(video, shots.stream().map(ShotSpan::shot).toList(), me.require());
    return videos.shots(video).stream().map(ShotSpan::of).toList();
  }
}
