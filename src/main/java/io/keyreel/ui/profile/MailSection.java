package io.keyreel.ui.profile;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.keyreel.access.User;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Section;
import io.keyreel.workflow.MailSettings;
import io.keyreel.workflow.MailSettings.Mode;
import java.util.Locale;

/** How often news that was not read in the application comes by e-mail. */
final class MailSection extends Section {
  MailSection(User me, MailSettings settings) {
    super(
        "E-mail",
        settings.on()
            ? "What you have not read here comes by e-mail."
            : "This server sends no e-mail yet; an admin sets a mail server. Your choice is kept.");
    RadioButtonGroup<Mode> mode = new RadioButtonGroup<>();
    mode.setAriaLabel("E-mail");
    mode.setItems(Mode.values());
    mode.setItemLabelGenerator(MailSection::label);
    mode.setValue(settings.of(me));
    mode.addValueChangeListener(event -> {
      settings.save(me, event.getValue());
      Notices.done("Saved: " + label(event.getValue()).toLowerCase(Locale.ROOT) + ".");
    });
    add(mode);
  }

  private static String label(Mode mode) {
    return switch (mode) {
      case NONE -> "Never";
      case EACH -> "At once";
      case HOURLY -> "Once an hour";
      case DAILY -> "Once a day";
    };
  }
}
