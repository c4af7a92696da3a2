package io.keyreel.ui.base;

import java.util.Locale;

/** Light, dark, or what the person's system says. */
public enum Theme {
  SYSTEM("Same as the system", Icons.AUTO),
  LIGHT("Light", Icons.SUN),
  DARK("Dark", Icons.MOON);

  private final String label;
  private final Icons icon;

  Theme(String label, Icons icon) {
    this.label = label;
    this.icon = icon;
  }

  public String label() {
    return label;
  }

  public Icons icon() {
    return icon;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Theme of(Object code) {
    for (Theme theme : values()) {
      if (theme.code().equals(code)) {
        return theme;
      }
    }
    return SYSTEM;
  }
}
