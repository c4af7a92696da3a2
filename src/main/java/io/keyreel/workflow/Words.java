package io.keyreel.workflow;

import io.keyreel.kernel.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Tags and skills: short, in lower case, told apart by nothing else. */
final class Words {
  private static final int LONGEST = 40;

  private Words() {}

  static List<String> clean(Collection<String> words) {
    return words.stream()
        .filter(word -> !word.isBlank())
        .map(Words::clean)
        .distinct()
        .sorted()
        .toList();
  }

  static String clean(String word) {
    String text = word.strip().toLowerCase(Locale.ROOT);
    if (text.length() > LONGEST || text.contains(",")) {
      throw new UserError.Invalid(
          "The word \"%s\" does not fit: use up to %d letters without commas."
              .formatted(Excerpt.of(text, 60), LONGEST));
    }
    return text;
  }
}
