package io.keyreel.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Section;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.Workflow;
import io.keyreel.workflow.Workflows;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The steps that each task goes through, in a row, with what holds at each. */
final class StagesSection extends Section {
  private final UUID project;
  private final Workflows workflows;
  private final Desk desk;
  private final boolean edits;
  private final Div row = new Div();
  private final Button save = Buttons.primary("Save stages", event -> save());
  private final Span state = new Span();
  private final List<StageDraft> drafts = new ArrayList<>();
  private Workflow saved;

  StagesSection(UUID project, Workflows workflows, Desk desk, boolean edits) {
    super(
        "Stages",
        "What a task goes through. A change is for tasks made from then on; running ones keep"
            + " their stages.");
    this.project = project;
    this.workflows = workflows;
    this.desk = desk;
    this.edits = edits;
    saved = workflows.current(project, desk.me());
    row.addClassName("kr-stages");
    add(row);
    state.addClassNames("kr-muted", "kr-small");
    Div buttons =
        new Div(Buttons.plain("Add review", Icons.PLUS, event -> addReview()), save, state);
    buttons.addClassName("kr-row");
    buttons.setVisible(edits);
    add(buttons);
    reload();
  }

  private void reload() {
    drafts.clear();
    saved.stages().forEach(stage -> drafts.add(StageDraft.of(stage)));
    state.setText("Version " + saved.version());
    save.setEnabled(false);
    draw();
  }

  private void draw() {
    row.removeAll();
    List<Stage> stages = drafts.stream().map(StageDraft::stage).toList();
    for (int i = 0; i < drafts.size(); i++) {
      StageDraft draft = drafts.get(i);
      if (i > 0) {
        Div arrow = new Div(Icons.CHEVRON_RIGHT.make());
        arrow.addClassName("kr-stage-arrow");
        row.add(arrow);
      }
      row.add(new StageCard(stages.get(i), stages, buttons(draft, stages.subList(0, i))));
    }
  }

  private Button[] buttons(StageDraft draft, List<Stage> before) {
    if (!edits || draft.kind == Stage.Kind.APPROVED) {
      return new Button[0];
    }
    Button edit = StageCard.edit(() -> new StageDialog(draft, before, this::touched).open());
    return draft.kind == Stage.Kind.LABEL
        ? new Button[] {edit}
        : new Button[] {edit, StageCard.remove(() -> remove(draft))};
  }

  private void addReview() {
    int number = 1;
    while (has("review-" + number)) {
      number++;
    }
    String name = drafts.size() == 2 ? "Review" : "Review " + (drafts.size() - 1);
    drafts.add(
        drafts.size() - 1, StageDraft.of(new Stage("review-" + number, name, Stage.Kind.REVIEW)));
    touched();
  }

  private boolean has(String id) {
    return drafts.stream().anyMatch(draft -> draft.id.equals(id));
  }

  private void remove(StageDraft draft) {
    drafts.remove(draft);
    drafts.stream()
        .filter(other -> draft.id.equals(other.returnsTo))
        .forEach(other -> other.returnsTo = null);
    touched();
  }

  private void touched() {
    save.setEnabled(true);
    state.setText("Not saved yet");
    draw();
  }

  private void save() {
    List<Stage> stages = drafts.stream().map(StageDraft::stage).toList();
    saved = workflows.save(project, saved.version(), stages, desk.me());
    reload();
    Notices.done("The stages are saved as version " + saved.version() + ".");
  }
}
