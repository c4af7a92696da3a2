package io.keyreel.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.keyreel.access.ApiToken;
import io.keyreel.access.Tokens;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Confirm;
import io.keyreel.ui.base.CopyField;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Section;
import java.time.Instant;
import java.util.List;

/** Tokens for programs: REST and the command line. */
final class TokenSection extends Section {
  private final Desk desk;
  private final Tokens tokens;
  private final Div list = new Div();

  TokenSection(Desk desk, Tokens tokens) {
    super(
        "API tokens",
        "Programs act as you with a token: set KEYREEL_TOKEN, or send it as a bearer token.");
    this.desk = desk;
    this.tokens = tokens;
    TextField name = new TextField("Name of the new token");
    name.setPlaceholder("Training machine");
    name.setWidth("320px");
    Div row =
        new Div(
            name,
            Buttons.plain(
                "Make token",
                Icons.KEY,
                event -> {
                  show(tokens.create(name.getValue(), desk.me()));
                  name.clear();
                  fill();
                }));
    row.addClassNames("kr-row", "kr-baseline");
    list.addClassName("kr-list");
    add(row, list);
    fill();
  }

  private void fill() {
    list.removeAll();
    List<ApiToken> all = tokens.list(desk.me());
    all.forEach(token -> list.add(row(token)));
    list.setVisible(!all.isEmpty());
  }

  private Component row(ApiToken token) {
    Span name = new Span(token.name());
    name.addClassNames("kr-strong", "kr-grow");
    Instant used = token.lastUsedAt();
    Span facts =
        new Span(
            "made "
                + desk.ago(token.createdAt())
                + (used == null ? " · never used" : " · used " + desk.ago(used)));
    facts.addClassNames("kr-muted", "kr-small");
    Div row =
        new Div(name, facts, Buttons.icon(Icons.TRASH, "Revoke " + token.name(), e -> ask(token)));
    row.addClassName("kr-list-row");
    return row;
  }

  private void ask(ApiToken token) {
    Confirm.danger(
        "Revoke “" + token.name() + "”?",
        "Programs that use it stop working at once.",
        "Revoke",
        () -> {
          tokens.revoke(token.id(), desk.me());
          fill();
          Notices.done("The token is revoked.");
        });
  }

  private static void show(Tokens.Created created) {
    Dialog dialog = new Dialog("Your new token");
    Paragraph text =
        new Paragraph("Copy it now; it is shown only this once. Treat it like your password.");
    text.addClassName("kr-muted");
    dialog.add(text, new CopyField("Token", created.secret()));
    dialog.setWidth("560px");
    dialog.getFooter().add(Buttons.primary("Done", event -> dialog.close()));
    dialog.open();
  }
}
