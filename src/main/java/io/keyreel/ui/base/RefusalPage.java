package io.keyreel.ui.base;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.keyreel.kernel.UserError;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in for a screen that could not be opened, and says why. */
@AnonymousAllowed
@PageTitle("This cannot be shown – Keyreel")
final class RefusalPage extends Div implements HasErrorParameter<Exception> {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalPage.class);

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    Optional<UserError> refusal = UiErrors.userError(parameter.getException());
    if (refusal.isEmpty()) {
      LOG.error("A screen could not be opened", parameter.getException());
    }
    removeAll();
    addClassName("kr-page");
    add(
        new EmptyState(
            Icons.WARNING,
            refusal.isPresent() ? "This cannot be shown" : "Something went wrong on our side",
            refusal
                .map(UserError::getMessage)
                .orElse("What you had saved is safe. Load the page again in a moment."),
            Buttons.primary("Go to your projects", e -> Routes.open(Routes.PROJECTS))));
    return refusal.map(RefusalPage::status).orElse(500);
  }

  private static int status(UserError error) {
    return switch (error) {
      case UserError.NotFound _ -> 404;
      case UserError.Forbidden _ -> 403;
      case UserError.Conflict _ -> 409;
      case UserError.Invalid _ -> 422;
      case UserError.Unavailable _ -> 503;
    };
  }
}
