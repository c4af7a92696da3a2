package io.keyreel.ui.base;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, times and sizes as people read them, the same on every screen. */
public final class Formats {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Formats() {}

  /** 1 234 567, with narrow spaces that never break. */
  public static String count(long value) {
    return String.format(Locale.ENGLISH, "%,d", value).replace(',', '\u202f');
  }

  public static String count(long value, String one, String many) {
    return count(value) + " " + (value == 1 ? one : many);
  }

  public static String size(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(
        Locale.ENGLISH, unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
  }

  /** 0:04.2 below a minute, 1:02:33 above an hour. */
  public static String duration(long micros) {
    long tenths = Math.round(micros / 100_000.0);
    long seconds = tenths / 10;
    if (seconds >= 3600) {
      return String.format(
          Locale.ENGLISH, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    return seconds >= 60
        ? String.format(Locale.ENGLISH, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(Locale.ENGLISH, "0:%02d.%d", seconds, tenths % 10);
  }

  public static String percent(double fraction) {
    return String.format(Locale.ENGLISH, "%.0f %%", fraction * 100);
  }

  public static String percentFine(double fraction) {
    return String.format(Locale.ENGLISH, "%.1f %%", fraction * 100);
  }

  /** Two digits, cut and not rounded: 0.799 never looks like the 0.80 that it is below. */
  public static String confidence(double value) {
    return String.format(Locale.ENGLISH, "%.2f", Math.floor(value * 100 + 1e-9) / 100);
  }

  public static String gain(double value) {
    return String.format(Locale.ENGLISH, value >= 100 ? "%.0f" : "%.1f", value);
  }

  /** The frames of a half-open range, as the annotator numbers them. */
  public static String frames(int from, int to) {
    return to - from == 1 ? "frame " + from : "frames " + from + "–" + (to - 1);
  }

  /** 3 Dec, and the year when it is another one than now. */
  public static String day(Instant then, Instant now) {
    boolean same = then.atZone(ZoneOffset.UTC).getYear() == now.atZone(ZoneOffset.UTC).getYear();
    return same ? SHORT_DAY.format(then) : DAY.format(then);
  }

  public static String ago(Instant then, Instant now) {
    Duration passed = Duration.between(then, now);
    if (passed.toMinutes() < 1) {
      return "just now";
    }
    if (passed.toHours() < 1) {
      return passed.toMinutes() + " min ago";
    }
    if (passed.toDays() < 1) {
      return passed.toHours() + " h ago";
    }
    return passed.toDays() < 7 ? passed.toDays() + " d ago" : DAY.format(then);
  }
}
