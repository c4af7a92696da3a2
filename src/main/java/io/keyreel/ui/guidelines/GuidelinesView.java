package io.keyreel.ui.guidelines;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.keyreel.access.Action;
import io.keyreel.access.Project;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.EmptyState;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.PageHead;
import io.keyreel.ui.base.ProjectPage;
import io.keyreel.ui.base.Routes;
import io.keyreel.workflow.Guideline;
import io.keyreel.workflow.Guidelines;
import jakarta.annotation.security.PermitAll;

/** The guidelines of a project, in Markdown; leads write them with what comes of it beside. */
@Route(Routes.GUIDELINES)
@PermitAll
final class GuidelinesView extends ProjectPage {
  private static final int TYPING_MS = 300;

  private final Guidelines guidelines;
  private final Div body = new Div();
  private final TextArea text = new TextArea();
  private final Div page = new Div();
  private Guideline shown = new Guideline(0, "", "");
  private boolean editing;

  GuidelinesView(Desk desk, Guidelines guidelines) {
    super(desk, "Guidelines");
    this.guidelines = guidelines;
    addClassName("kr-page-narrow");
    text.setAriaLabel("Guidelines in Markdown");
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.setValueChangeTimeout(TYPING_MS);
    text.addValueChangeListener(event -> render(Guidelines.html(event.getValue())));
    text.addClassName("kr-markdown-source");
    page.addClassNames("kr-card", "kr-markdown");
  }

  @Override
  protected void show(Project project, QueryParameters query) {
    editing = false;
    draw();
  }

  private void draw() {
    removeAll();
    shown = guidelines.current(project().id(), desk().me());
    boolean writes = desk().may(project().id(), Action.PROJECT_EDIT);
    PageHead head = writes ? new PageHead("Guidelines", buttons()) : new PageHead("Guidelines");
    head.setFacts(shown.version() == 0 ? "" : "Version " + shown.version());
    body.removeAll();
    body.setClassName(editing ? "kr-markdown-both" : "kr-stack");
    if (editing) {
      text.setValue(shown.markdown());
      body.add(text, page);
      render(Guidelines.html(shown.markdown()));
    } else if (shown.version() == 0) {
      body.add(
          new EmptyState(
              Icons.NOTE,
              "No guidelines yet",
              writes
                  ? "Write down what counts, with examples of what goes wrong. Labelers read it"
                      + " beside the frames."
                  : "A lead of the project writes them; ask one."));
    } else {
      render(shown.html());
      body.add(page);
    }
    add(head, body);
  }

  private Button[] buttons() {
    return editing
        ? new Button[] {
          Buttons.quiet("Cancel", event -> edit(false)),
          Buttons.primary("Save guidelines", event -> save())
        }
        : new Button[] {Buttons.primary("Edit", Icons.EDIT, event -> edit(true))};
  }

  private void edit(boolean on) {
    editing = on;
    setClassName("kr-page-narrow", !on);
    draw();
  }

  private void save() {
    guidelines.save(project().id(), shown.version(), text.getValue(), desk().me());
    Notices.done("The guidelines are saved. Labelers see them from now on.");
    edit(false);
  }

  /** The text was made safe where it was rendered. */
  private void render(String html) {
    page.removeAll();
    page.add(new Html("<div>" + html + "</div>"));
  }

  @Override
  protected void refresh() {
    // Nobody's text is replaced while it is read or written.
  }
}
