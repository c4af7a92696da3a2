package io.keyreel.ui.base;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Stands at addresses that lead nowhere. */
@AnonymousAllowed
@PageTitle("Nothing here – Keyreel")
final class NotFoundPage extends Div implements HasErrorParameter<NotFoundException> {
  private static final int NOT_FOUND = 404;

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    removeAll();
    addClassName("kr-page");
    add(
        new EmptyState(
            Icons.SEARCH,
            "There is nothing here",
            "The address is wrong, or what stood here is gone.",
            Buttons.primary("Go to your projects", e -> Routes.open(Routes.PROJECTS))));
    return NOT_FOUND;
  }
}
