package io.keyreel.ui.base;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.keyreel.kernel.UserError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The one place where errors of screens end: people read a sentence, the log gets the rest. */
@Component
final class UiErrors implements VaadinServiceInitListener, ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(UiErrors.class);
  private static final String OURS =
      "Something went wrong on our side. What you had saved is safe; please try again.";

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.getSource().addSessionInitListener(start -> start.getSession().setErrorHandler(this));
  }

  @Override
  public void error(ErrorEvent event) {
    Optional<UserError> known = userError(event.getThrowable());
    if (known.isEmpty()) {
      LOG.error("A screen failed", event.getThrowable());
    }
    String sentence = known.map(UserError::getMessage).orElse(OURS);
    UI ui = UI.getCurrent();
    if (ui != null && ui.isAttached()) {
      ui.access(() -> Notices.problem(sentence));
    }
  }

  /** The refusal inside, under however many wrappers. */
  static Optional<UserError> userError(@Nullable Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof UserError error) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }
}
