package io.keyreel.ui.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The boards and what is on them. */
enum Board {
  OVERVIEW(
      "Overview",
      Drawing.of(
          "throughput-days", "bars", "day", Texts.WORK, "frames accent", "activeHours mid line"),
      Drawing.of("flow", "area", "day", Texts.TASKS, "tasks").split("stage").stacked(),
      Drawing.of("assist-days", "bars", "day", Texts.SHAPES, Texts.DID).stacked(),
      Drawing.of("queue", "sideways", "stage", Texts.QUEUE, Texts.QUEUED).stacked()),
  THROUGHPUT(
      "Throughput",
      Drawing.of("active-days", "bars", "day", Texts.WORK, "hours").split("person").stacked(),
      Drawing.of("throughput-days", "bars", "day", Texts.SHAPES, "drawn accent", "corrected mid")
          .stacked(),
      Drawing.of("throughput-people", "sideways", "person", Texts.WORK, "framesPerHour accent"),
      Drawing.of(
          "throughput-classes",
          "sideways",
          "class",
          Texts.SHAPES,
          "objects accent",
          "drawn high",
          "corrected mid"),
      Drawing.table("throughput-stages", Texts.WORK).across(),
      Drawing.table("active-tasks", Texts.WORK).across()),
  FLOW(
      "Flow",
      Drawing.of("flow", "area", "day", Texts.TASKS, "tasks").split("stage").stacked().across(),
      Drawing.of(
              "lead-times", "sideways", "stage", Texts.LEFT, "waitMedian mid", "workMedian accent")
          .stacked(),
      Drawing.of("queue", "sideways", "stage", Texts.QUEUE, Texts.QUEUED).stacked(),
      Drawing.table("queue-tasks", Texts.QUEUE).across()),
  ASSIST(
      "Assist",
      Drawing.of(
              "shares",
              "sideways",
              "class",
              Texts.LABELS,
              "drawn accent",
              "corrected mid",
              "accepted high",
              "interpolated violet",
              "proposed grey")
          .stacked(),
      Drawing.of(
              "assist-days",
              "bars",
              "day",
              Texts.SHAPES,
              "drawn accent",
              "corrected mid",
              "accepted high",
              "saved violet line")
          .stacked(),
      Drawing.of("calibration", "lines", "from", Texts.DECIDED, "confidence accent", "iou low"),
      Drawing.of(
          "error-caught", "lines", "upTo", Texts.DECIDED, "framesShare grey", "errorShare low"),
      Drawing.of(
          "calibration-weeks",
          "lines",
          "week",
          Texts.DECIDED,
          "confidence accent",
          "iou low",
          "gap grey"),
      Drawing.table("surprises", "No frame on which the machine was sure and wrong.")),
  QUALITY(
      "Quality",
      Drawing.of("first-pass", "sideways", "person", Texts.REVIEWS, "approved high", "returned low")
          .stacked(),
      Drawing.of(
          "returns", "sideways", "reason", "No task came back within these days.", "returns low"),
      Drawing.of("gold", "sideways", "who", Texts.GOLD, "j accent", "f high"),
      Drawing.of("gold-days", "lines", "day", Texts.GOLD, "j accent", "f high"),
      Drawing.of(
          "agreement-people", "sideways", "person", Texts.APART, "apart accent", "gold high"),
      Drawing.of("agreement-classes", "sideways", "class", Texts.APART, "j accent", "f high"),
      Drawing.of("drift", "lines", "week", Texts.APART, "jf").split("person"),
      Drawing.table("alpha", Texts.APART),
      Drawing.table("confusion", "Nobody calls the same object differently."),
      Drawing.table("agreement-frames", "No frame on which people differ."),
      Drawing.table("sweeps", Texts.SWEEPS).across()),
  DATA_SET(
      "Data set",
      Drawing.of("classes", "sideways", "class", Texts.LABELS, "objects accent"),
      Drawing.of("frames", "sideways", "kind", Texts.TASKS, "frames accent"),
      Drawing.of("sizes", "bars", "size", Texts.LABELS, "shapes accent"),
      Drawing.of("durations", "bars", "duration", Texts.LABELS, "objects accent"),
      Drawing.table("videos", Texts.TASKS).across(),
      Drawing.table("duplicates", "No two recordings look alike.").across());

  final String title;
  final List<Drawing> drawings;

  Board(String title, Drawing... drawings) {
    this.title = title;
    this.drawings = List.of(drawings);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Board of(String word) {
    return Arrays.stream(values())
        .filter(board -> board.word().equals(word))
        .findFirst()
        .orElse(OVERVIEW);
  }

  /** What to do where there is nothing yet; and series that come more than once. */
  private static final class Texts {
    static final String[] DID = {"drawn accent", "corrected mid", "accepted high"};
    static final String[] QUEUED = {"waiting mid", "inWork accent"};
    static final String WORK =
        "Nobody has worked within these days. Open a task, or choose earlier days.";
    static final String TASKS = "No tasks yet. Upload a recording: each becomes a task.";
    static final String SHAPES =
        "No shape was made within these days. Draw keyframes in a task, or choose earlier days.";
    static final String QUEUE = "Nothing waits: every task is approved.";
    static final String LEFT =
        "No task has left a stage within these days. Submit one, or choose earlier days.";
    static final String REVIEWS =
        "No review has ended within these days. Submitted tasks wait under Review.";
    static final String GOLD =
        "Nobody was measured against known labels within these days. Make a gold span of an"
            + " approved task.";
    static final String APART =
        "Nothing was labelled apart or against gold within these days. Let several people label a"
            + " task at a stage of the workflow.";
    static final String SWEEPS =
        "Nobody swept footage for what is missing within these days. A sweep plays a task's frames"
            + " once, end to end.";
    static final String LABELS =
        "Nothing is labelled yet. Draw a keyframe in a task, then press Ctrl+B to carry it on.";
    static final String DECIDED =
        "Nobody has corrected or accepted proposals within these days. Run the engine in a task"
            + " with Ctrl+B, then look through what it drew.";
  }
}
