package io.keyreel.ui.base;

import com.vaadin.flow.component.UI;
import io.keyreel.access.Preferences;
import io.keyreel.access.User;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Remembers each person's theme, and puts it on the page. */
@Service
public class Themes {
  private static final String KEY = "theme";
  private static final String APPLY =
      """
      const theme = $0;
      const root = document.documentElement;
      localStorage.setItem('keyreel.theme', theme);
      if (theme === 'system') {
        root.removeAttribute('theme');
        root.style.colorScheme = 'light dark';
      } else {
        root.setAttribute('theme', theme);
        root.style.colorScheme = theme;
      }
      """;

  private final Preferences preferences;

  Themes(Preferences preferences) {
    this.preferences = preferences;
  }

  public Theme of(User user) {
    Object code = preferences.of(user).get(KEY);
    return code == null ? Theme.SYSTEM : Theme.of(code);
  }

  public void choose(User user, Theme theme) {
    Map<String, Object> all = new HashMap<>(preferences.of(user));
    all.put(KEY, theme.code());
    preferences.put(user, all);
    apply(theme);
  }

  /** A person who has never chosen keeps what the browser remembers. */
  public void applyRemembered(User user) {
    Object code = preferences.of(user).get(KEY);
    if (code != null) {
      apply(Theme.of(code));
    }
  }

  private static void apply(Theme theme) {
    UI.getCurrent().getPage().executeJs(APPLY, theme.code());
  }
}
