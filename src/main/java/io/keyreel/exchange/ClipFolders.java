package io.keyreel.exchange;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of folders for clips: plain, short, and no two alike even where case does not count. */
final class ClipFolders {
  private static final int LONGEST = 60;

  private final Set<String> taken = new HashSet<>();

  String of(String videoName) {
    String plain =
        videoName
            .replaceFirst("\\.[A-Za-z0-9]{1,5}$", "")
            .replaceAll("[^A-Za-z0-9_-]+", "_")
            .replaceAll("^[_-]+|[_-]+$", "");
    String base = plain.isEmpty() ? "video" : plain.substring(0, Math.min(LONGEST, plain.length()));
    String folder = base;
    for (int n = 2; !taken.add(folder.toLowerCase(Locale.ROOT)); n++) {
      folder = base + "_" + n;
    }
    return folder;
  }
}
