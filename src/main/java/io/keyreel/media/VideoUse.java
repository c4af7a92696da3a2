package io.keyreel.media;

/**
 * What would be lost with a video.
 *
 * @param approved of the tasks
 */
public record VideoUse(int tasks, int approved, int tracks) {
  public static final VideoUse NONE = new VideoUse(0, 0, 0);

  VideoUse and(VideoUse other) {
    return new VideoUse(tasks + other.tasks, approved + other.approved, tracks + other.tracks);
  }

  public boolean any() {
    return tasks + tracks > 0;
  }

  /** As people read it: "2 tasks (1 of them approved) and 5 tracks". */
  public String inWords() {
    String works = tasks == 1 ? "1 task" : "%,d tasks".formatted(tasks);
    String done =
        approved == 0
            ? ""
            : tasks == 1 ? " (approved)" : " (%,d of them approved)".formatted(approved);
    String drawn = tracks == 1 ? "1 track" : "%,d tracks".formatted(tracks);
    return works + done + " and " + drawn;
  }
}
