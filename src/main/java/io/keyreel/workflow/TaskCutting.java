package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Audit;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.media.Video;
import io.keyreel.media.VideoQuery;
import io.keyreel.media.VideoState;
import io.keyreel.media.Videos;
import io.keyreel.workflow.CutPreview.VideoCut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cuts recordings into tasks. Work that somebody has begun is never touched: its recording stays as
 * it is, with the reason. All tasks of a recording share its labels, so that a track is one over
 * all of them.
 */
@Service
public class TaskCutting {
  private static final int PAGE = 500;
  private static final int MOST = 20_000;

  private final Videos videos;
  private final TaskRanges ranges;
  private final TaskNews news;
  private final Policy policy;
  private final Audit audit;

  TaskCutting(Videos videos, TaskRanges ranges, TaskNews news, Policy policy, Audit audit) {
    this.videos = videos;
    this.ranges = ranges;
    this.news = news;
    this.policy = policy;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public CutPreview preview(UUID project, CutRequest request, User by) {
    policy.check(by, project, Action.TASK_ASSIGN);
    request.plan();
    return each(project, request, by, video -> ranges.preview(video, cut(request, video)));
  }

  /** All or nothing. */
  @Transactional
  public CutPreview make(UUID project, CutRequest request, User by) {
    policy.check(by, project, Action.TASK_ASSIGN);
    TaskPlan plan = request.plan();
    CutPreview made =
        each(project, request, by, video -> ranges.make(video, cut(request, video), plan));
    audit.record(
        by,
        "task.cut",
        "project:" + project,
        project,
        Map.of("by", request.cut().by().name(), "tasks", made.tasks(), "skipped", made.skipped()));
    news.board(project, project);
    return made;
  }

  private CutPreview each(
      UUID project, CutRequest request, User by, Function<Video, VideoCut> cutting) {
    List<VideoCut> cuts = new ArrayList<>();
    int tasks = 0;
    for (Video video : wanted(project, request, by)) {
      VideoCut cut = cutting.apply(video);
      tasks += cut.tasks().size();
      if (tasks > MOST) {
        throw new UserError.Invalid(
            "That is more than %d tasks at once; make them longer, or take fewer recordings."
                .formatted(MOST));
      }
      cuts.add(cut);
    }
    return CutPreview.of(cuts);
  }

  private List<FrameRange> cut(CutRequest request, Video video) {
    return request.cut().of(video.frameCount(), videos.shots(video.id()));
  }

  private List<Video> wanted(UUID project, CutRequest request, User by) {
    List<UUID> ids = request.videos();
    if (ids == null) {
      return all(project, by);
    }
    List<Video> found = ids.stream().distinct().map(id -> videos.find(id, by)).toList();
    for (Video video : found) {
      if (!video.projectId().equals(project) || video.state() != VideoState.READY) {
        throw new UserError.Invalid(
            "\"%s\" cannot be cut: it is not ready, or in another project."
                .formatted(video.name()));
      }
    }
    return found;
  }

  private List<Video> all(UUID project, User by) {
    List<Video> all = new ArrayList<>();
    while (true) {
      List<Video> page =
          videos
              .ofProject(project, new VideoQuery(null, VideoState.READY, all.size(), PAGE), by)
              .items();
      all.addAll(page);
      if (page.size() < PAGE) {
        return all;
      }
    }
  }
}
