package io.keyreel.media;

import java.text.Normalizer;

/** File names from outside: for people to read, never a path. */
final class FileNames {
  private static final int MOST_CHARACTERS = 200;

  private FileNames() {}

  static String clean(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String text =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}<>:\"|?*]", "")
            .strip()
            .replaceAll("^\\.+", "");
    if (text.length() > MOST_CHARACTERS) {
      int dot = text.lastIndexOf('.');
      String suffix = dot > text.length() - 10 ? text.substring(dot) : "";
      text = text.substring(0, MOST_CHARACTERS - suffix.length()) + suffix;
    }
    return text.isEmpty() ? "video" : text;
  }
}
