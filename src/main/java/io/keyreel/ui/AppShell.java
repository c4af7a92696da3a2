package io.keyreel.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import io.keyreel.ui.base.Logo;

/** The page around everything: theme, icon, push. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public final class AppShell implements AppShellConfigurator {
  /** Runs before the first paint, so that a dark page never flashes light. */
  private static final String EARLY_THEME =
      """
      (() => {
        const theme = localStorage.getItem('keyreel.theme');
        if (theme === 'light' || theme === 'dark') {
          document.documentElement.style.colorScheme = theme;
          document.documentElement.setAttribute('theme', theme);
        } else {
          document.documentElement.style.colorScheme = 'light dark';
        }
      })();
      """;

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setViewport("width=device-width, initial-scale=1");
    settings.setPageTitle("Keyreel");
    settings.addFavIcon("icon", Logo.dataUri(), "any");
    settings.addInlineWithContents(
        Inline.Position.PREPEND, EARLY_THEME, Inline.Wrapping.JAVASCRIPT);
  }
}
