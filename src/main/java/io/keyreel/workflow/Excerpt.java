package io.keyreel.workflow;

/** The beginning of a text that may be long. */
final class Excerpt {
  private Excerpt() {}

  /** At most {@code longest} characters; what is cut off shows as "…". */
  static String of(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
