package io.keyreel.access;

import io.keyreel.kernel.UserError;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that people typed: cut to shape, or refused with the reason. */
final class Text {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
  private static final int PASSWORD_MIN = 10;
  private static final int PASSWORD_MAX = 200;

  private Text() {}

  static String email(@Nullable String value) {
    String email = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
      throw new UserError.Invalid(
          "\"%s\" is not an e-mail address; give one such as name@example.org."
              .formatted(email.length() > 80 ? email.substring(0, 80) + "…" : email));
    }
    return email;
  }

  /** For looking somebody up: what is no address is nobody's. */
  static String emailOrNothing(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  static String name(@Nullable String value, String what) {
    String name = value == null ? "" : value.strip();
    if (name.isEmpty() || name.length() > 120 || name.chars().anyMatch(Character::isISOControl)) {
      throw new UserError.Invalid("%s must have 1 to 120 characters on one line.".formatted(what));
    }
    return name;
  }

  static String description(@Nullable String value) {
    String text = value == null ? "" : value.strip();
    if (text.length() > 4000) {
      throw new UserError.Invalid("The description is longer than 4,000 characters; shorten it.");
    }
    return text;
  }

  static String password(@Nullable String value) {
    if (value == null || value.length() < PASSWORD_MIN || value.length() > PASSWORD_MAX) {
      throw new UserError.Invalid(
          "The password must have %d to %d characters.".formatted(PASSWORD_MIN, PASSWORD_MAX));
    }
    return value;
  }
}
