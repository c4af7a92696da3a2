package io.keyreel.ui.base;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages in the corner: what happened, or why it did not. */
public final class Notices {
  private static final int SHORT_MS = 4_000;
  private static final int LONG_MS = 9_000;

  private Notices() {}

  public static void done(String sentence) {
    show(sentence, SHORT_MS, NotificationVariant.SUCCESS);
  }

  public static void problem(String sentence) {
    show(sentence, LONG_MS, NotificationVariant.ERROR);
  }

  private static void show(String sentence, int millis, NotificationVariant variant) {
    Notification notice = Notification.show(sentence, millis, Notification.Position.BOTTOM_START);
    notice.addThemeVariants(variant);
  }
}
