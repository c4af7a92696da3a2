package io.keyreel.ui.login;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.keyreel.ui.base.Routes;

/** The door. Access names this view as the place to sign in. */
@Route(value = Routes.LOGIN, autoLayout = false)
@PageTitle("Sign in – Keyreel")
@AnonymousAllowed
public final class LoginView extends Div implements BeforeEnterObserver {
  private final LoginForm form = new LoginForm(texts());

  LoginView() {
    addClassName("kr-door");
    form.setAction(Routes.LOGIN);
    form.setForgotPasswordButtonVisible(false);
    Paragraph advice =
        new Paragraph("No account yet, or no password? Ask a project’s admin for a link.");
    advice.addClassName("kr-muted");
    Div side = new Div(form, advice);
    side.addClassName("kr-door-form");
    add(new Poster(), side);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    form.setError(query.getParameters().containsKey("error"));
    if (query.getSingleParameter("link").isPresent()) {
      form.setI18n(
          texts(
              "This link does not work any more",
              "It was used already, or is too old. Sign in, or ask for a new one."));
      form.setError(true);
    }
  }

  private static LoginI18n texts() {
    return texts(
        "That did not work",
        "E-mail and password do not belong together. Check both and try again.");
  }

  private static LoginI18n texts(String title, String message) {
    LoginI18n texts = LoginI18n.createDefault();
    LoginI18n.Form labels = texts.getForm();
    labels.setTitle("Sign in");
    labels.setUsername("E-mail");
    labels.setPassword("Password");
    labels.setSubmit("Sign in");
    texts.setForm(labels);
    LoginI18n.ErrorMessage error = texts.getErrorMessage();
    error.setTitle(title);
    error.setMessage(message);
    error.setUsername("Enter your e-mail address.");
    error.setPassword("Enter your password.");
    texts.setErrorMessage(error);
    return texts;
  }
}
