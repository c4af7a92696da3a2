package io.keyreel.ui.library;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobState;
import io.keyreel.media.Video;
import io.keyreel.media.VideoState;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One recording: what it looks like, what it is, and where its work stands. */
final class VideoCard extends Div {
  private final Div picture = new Div();
  private final H3 name = new H3();
  private final Span facts = new Span();
  private final Div foot = new Div();
  private @Nullable VideoState drawn;

  VideoCard(Runnable open) {
    addClassNames("kr-card", "kr-video");
    picture.addClassName("kr-video-picture");
    name.addClassName("kr-ellipsis");
    facts.addClassNames("kr-muted", "kr-small", "kr-num");
    foot.addClassName("kr-video-foot");
    Div words = new Div(name, facts, foot);
    words.addClassName("kr-video-words");
    add(picture, words);
    getElement().setAttribute("role", "button").setAttribute("tabindex", "0");
    addClickListener(event -> open.run());
    getElement()
        .addEventListener("keydown", event -> open.run())
        .setFilter("event.key === 'Enter' || event.key === ' '")
        .preventDefault();
  }

  void show(Video video, Shelf.Context context) {
    name.setText(video.name());
    name.getElement().setAttribute("title", video.name());
    facts.setText(facts(video, context.shots()));
    if (drawn != video.state() || video.state() != VideoState.READY) {
      draw(video, context.job());
      drawn = video.state();
    }
    foot.removeAll();
    foot(video, context.task());
  }

  private void draw(Video video, @Nullable Job job) {
    picture.removeAll();
    switch (video.state()) {
      case READY -> {
        Span length = new Span(Formats.duration(video.durationMicros()));
        length.addClassNames("kr-video-length", "kr-num");
        picture.add(new Storyboard(video.id()), length);
      }
      case UPLOADING -> picture.add(waiting(video, "Arriving", null));
      case INGESTING -> picture.add(waiting(video, step(job), job));
      case REJECTED -> {
        Div mark = new Div(Icons.WARNING.make());
        mark.addClassNames("kr-video-wait", "kr-low");
        picture.add(mark);
      }
    }
  }

  private static String step(@Nullable Job job) {
    if (job == null || job.state() == JobState.QUEUED) {
      return "Waiting to be read";
    }
    return job.message().isBlank() ? "Reading frames" : job.message();
  }

  private static Div waiting(Video video, String what, @Nullable Job job) {
    ProgressBar bar = new ProgressBar();
    bar.getElement().setAttribute("aria-label", what + ": " + video.name());
    if (job == null || job.state() == JobState.QUEUED || job.progress() <= 0) {
      bar.setIndeterminate(true);
    } else {
      bar.setValue(Math.clamp(job.progress(), 0, 1));
    }
    Span text = new Span(what);
    text.addClassNames("kr-muted", "kr-small");
    Div wait = new Div(text, bar);
    wait.addClassName("kr-video-wait");
    return wait;
  }

  private static String facts(Video video, int shots) {
    if (video.state() != VideoState.READY) {
      return Formats.size(video.sizeBytes());
    }
    return video.width()
        + " × "
        + video.height()
        + "  ·  "
        + Formats.count(video.frameCount(), "frame", "frames")
        + "  ·  "
        + Formats.count(shots, "shot", "shots")
        + "  ·  "
        + video.codec()
        + "  ·  "
        + Formats.size(video.sizeBytes());
  }

  private void foot(Video video, @Nullable Task task) {
    String reason = video.reason() == null ? video.warning() : video.reason();
    if (reason != null) {
      Span text = new Span(reason);
      text.addClassNames("kr-small", video.reason() == null ? "kr-mid" : "kr-low", "kr-clamp");
      text.getElement().setAttribute("title", reason);
      foot.add(text);
    }
    if (video.state() == VideoState.UPLOADING) {
      Span advice = new Span("Has it stopped? Choose the same file again: it goes on from there.");
      advice.addClassNames("kr-small", "kr-muted");
      foot.add(advice);
    }
    if (task != null) {
      Span dot = new Span();
      String kind = task.stage().kind().name().toLowerCase(Locale.ROOT);
      dot.addClassNames("kr-stage-dot", "kr-stage-" + kind);
      String holder =
          switch (task.state()) {
            case TaskState.Open _ -> "waits";
            case TaskState.InProgress _ -> "in work";
            case TaskState.Gathering _, TaskState.Submitted _ -> "labelled apart";
            case TaskState.Approved _ -> "read-only";
          };
      Span stage = new Span(dot, new Span(task.stage().name()));
      stage.addClassName("kr-chip");
      Span state = new Span("#" + task.number() + " " + holder);
      state.addClassNames("kr-muted", "kr-small");
      foot.add(stage, state);
    }
  }
}
