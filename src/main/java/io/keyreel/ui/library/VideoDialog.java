package io.keyreel.ui.library;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.keyreel.access.Action;
import io.keyreel.media.FrameTimes;
import io.keyreel.media.Shot;
import io.keyreel.media.Video;
import io.keyreel.media.VideoDeletion;
import io.keyreel.media.VideoState;
import io.keyreel.media.Videos;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Routes;
import io.keyreel.workflow.Task;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All that is known of a recording, and what can be done with it. */
final class VideoDialog extends Dialog {
  private static final int SHOTS_SHOWN = 40;

  private final Desk desk;
  private final Videos videos;
  private final VideoDeletion deletion;
  private final Video video;

  VideoDialog(Desk desk, Videos videos, VideoDeletion deletion, Video video, @Nullable Task task) {
    this.desk = desk;
    this.videos = videos;
    this.deletion = deletion;
    this.video = video;
    setHeaderTitle(video.name());
    setWidth("880px");
    Div body = new Div();
    body.addClassName("kr-form");
    if (video.state() == VideoState.READY) {
      Storyboard board = new Storyboard(video.id());
      board.addClassName("kr-video-large");
      board.getElement().getStyle().set("aspect-ratio", video.width() + " / " + video.height());
      body.add(board);
    }
    problem(body, video.reason(), "kr-low");
    problem(body, video.warning(), "kr-mid");
    body.add(facts());
    if (video.state() == VideoState.READY) {
      body.add(shots());
    }
    add(body);
    getFooter()
        .add(remove(), space(), Buttons.quiet("Close", event -> close()), again(), work(task));
  }

  private static void problem(Div body, @Nullable String sentence, String tone) {
    if (sentence != null) {
      Span text = new Span(sentence);
      text.addClassName(tone);
      body.add(text);
    }
  }

  private static Span space() {
    Span space = new Span();
    space.addClassName("kr-grow");
    return space;
  }

  private Component facts() {
    Div all = new Div();
    all.addClassName("kr-kv");
    fact(all, "State", state());
    fact(all, "File", Formats.size(video.sizeBytes()) + ", added " + desk.ago(video.createdAt()));
    if (video.state() == VideoState.READY) {
      FrameTimes times = videos.times(video.id());
      fact(all, "Picture", picture());
      fact(all, "Frames", frames(times));
      fact(all, "Length", Formats.duration(video.durationMicros()));
      fact(all, "Format", video.container() + ", " + video.codec() + ", " + video.pixelFormat());
      fact(all, "Sound", video.hasAudio() ? "Yes" : "No");
    }
    return all;
  }

  private String state() {
    return switch (video.state()) {
      case UPLOADING -> "Arriving";
      case INGESTING -> "Its frames are being read";
      case READY -> "Ready";
      case REJECTED -> "Rejected";
    };
  }

  private String picture() {
    return video.width()
        + " × "
        + video.height()
        + (video.rotation() == 0 ? "" : ", turned by " + video.rotation() + "°");
  }

  private String frames(FrameTimes times) {
    double rate = video.frameCount() * 1_000_000.0 / Math.max(1, video.durationMicros());
    String pace = evenly(times) ? "evenly spaced" : "unevenly spaced";
    return Formats.count(video.frameCount())
        + ", counted by decoding, "
        + pace
        + String.format(Locale.ENGLISH, ", %.2f a second", rate);
  }

  private static boolean evenly(FrameTimes times) {
    long[] pts = times.pts();
    for (int i = 2; i < pts.length; i++) {
      if (Math.abs((pts[i] - pts[i - 1]) - (pts[1] - pts[0])) > 1) {
        return false;
      }
    }
    return true;
  }

  private static void fact(Div all, String name, String value) {
    Span label = new Span(name);
    label.addClassName("kr-muted");
    Span text = new Span(value);
    text.addClassName("kr-num");
    all.add(label, text);
  }

  private Component shots() {
    List<Shot> shots = videos.shots(video.id());
    Div row = new Div();
    row.addClassName("kr-row");
    Span label = new Span(Formats.count(shots.size(), "shot", "shots"));
    label.addClassName("kr-strong");
    row.add(label);
    for (Shot shot : shots.subList(0, Math.min(SHOTS_SHOWN, shots.size()))) {
      Span chip = new Span(shot.frames().from() + "–" + (shot.frames().to() - 1));
      chip.addClassNames("kr-chip", "kr-num");
      chip.getElement()
          .setAttribute("title", shot.startsWith().name().toLowerCase(Locale.ROOT) + " before it");
      row.add(chip);
    }
    return row;
  }

  private Component remove() {
    Button button = Buttons.quiet("Delete recording", event -> askRemove());
    button.addThemeName("error");
    button.setVisible(desk.may(video.projectId(), Action.VIDEO_DELETE));
    return button;
  }

  private Component again() {
    Button button =
        Buttons.primary(
            "Read it again",
            event -> {
              videos.retry(video.id(), desk.me());
              close();
            });
    button.setVisible(
        video.state() == VideoState.REJECTED && desk.may(video.projectId(), Action.VIDEO_UPLOAD));
    return button;
  }

  private void askRemove() {
    new DeleteDialog(
            video,
            deletion.use(video.id(), desk.me()),
            name -> {
              deletion.delete(video.id(), name, desk.me());
              close();
              Notices.done("“" + video.name() + "” is deleted.");
            })
        .open();
  }

  private Component work(@Nullable Task task) {
    Button button =
        Buttons.primary(
            "Open task",
            Icons.PLAY,
            event -> {
              close();
              if (task != null) {
                Routes.open(Routes.annotate(task.id()));
              }
            });
    button.setVisible(task != null);
    return button;
  }
}
