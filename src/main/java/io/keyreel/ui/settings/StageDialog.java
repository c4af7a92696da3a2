package io.keyreel.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.keyreel.access.Role;
import io.keyreel.ui.base.Buttons;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.StageRules;
import io.keyreel.workflow.StageRules.Sample;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds at one stage. */
final class StageDialog extends Dialog {
  private static final String NONE = "";

  private final StageDraft draft;
  private final TextField name = new TextField("Name");
  private final Select<String> role = new Select<>();
  private final Select<StageRules.Edits> edits = new Select<>();
  private final IntegerField copies = number("People a task", 1, 5);
  private final IntegerField idle = number("Goes back when idle for (hours)", 1, 2000);
  private final IntegerField limit = number("Held at most (hours)", 1, 2000);
  private final IntegerField coverage = number("Frames that must be seen (%)", 0, 100);
  private final IntegerField fixShare = number("Cannot approve above corrections of (%)", 0, 100);
  private final IntegerField agreement = number("Goes back below an agreement of (%)", 0, 100);
  private final Select<String> sample = new Select<>();
  private final IntegerField percent = number("Percent", 0, 100);
  private final IntegerField share = number("And of the others (%)", 0, 100);
  private final Select<String> back = new Select<>();

  StageDialog(StageDraft draft, List<Stage> before, Runnable done) {
    this.draft = draft;
    setHeaderTitle("Stage " + draft.name);
    setWidth("640px");
    choices(before);
    fill();
    boolean review = draft.kind == Stage.Kind.REVIEW;
    boolean label = draft.kind == Stage.Kind.LABEL;
    copies.setVisible(label);
    Div apart = pair(agreement);
    copies.addValueChangeListener(event -> apart.setVisible(or(event.getValue(), 1) > 1));
    apart.setVisible(draft.copies > 1);
    fixShare.setVisible(review);
    sample.setVisible(review);
    back.setVisible(review);
    sample.addValueChangeListener(event -> sampled());
    sampled();
    Div limits = pair(idle, limit);
    add(
        label
            ? form(name, pair(role, edits), pair(copies, coverage), apart, limits)
            : form(
                name,
                pair(role, edits),
                pair(sample, percent, share),
                pair(back, coverage),
                pair(fixShare),
                limits));
    getFooter()
        .add(
            Buttons.quiet("Cancel", event -> close()),
            Buttons.primary(
                "Keep",
                event -> {
                  keep();
                  close();
                  done.run();
                }));
  }

  private void choices(List<Stage> before) {
    role.setLabel("Who");
    role.setItems(NONE, "LABELER", "REVIEWER", "LEAD");
    role.setItemLabelGenerator(code ->
        switch (code) {
          case "LABELER" -> "Labelers and above";
          case "REVIEWER" -> "Reviewers and above";
          case "LEAD" -> "Leads only";
          default -> draft.kind == Stage.Kind.LABEL ? "Everybody" : "Reviewers and above";
        });
    edits.setLabel("What may be edited");
    edits.setItems(StageRules.Edits.values());
    edits.setItemLabelGenerator(StageCard::edits);
    sample.setLabel("Which tasks come here");
    sample.setItems(NONE, "SHARE", "CONFIDENCE", "RECORD");
    sample.setItemLabelGenerator(code ->
        switch (code) {
          case "SHARE" -> "A share, by chance";
          case "CONFIDENCE" -> "Where the machine is not sure";
          case "RECORD" -> "By the author’s record";
          default -> "Every task";
        });
    back.setLabel("Returned tasks go to");
    back.setItems(Stream.concat(Stream.of(NONE), before.stream().map(Stage::id)).toList());
    back.setItemLabelGenerator(id ->
        before.stream()
            .filter(each -> each.id().equals(id))
            .map(Stage::name)
            .findFirst()
            .orElse("The first stage"));
  }

  private void fill() {
    name.setValue(draft.name);
    role.setValue(draft.role == null ? NONE : draft.role.name());
    edits.setValue(draft.edits);
    copies.setValue(draft.copies);
    idle.setValue(draft.idleHours);
    limit.setValue(draft.limitHours);
    coverage.setValue(draft.coverage);
    fixShare.setValue(draft.fixShare);
    agreement.setValue(draft.agreement);
    agreement.setHelperText("Mean J&F of those who label a task apart");
    sample.setValue(draft.sampleBy == null ? NONE : draft.sampleBy.name());
    percent.setValue(draft.percent);
    share.setValue(draft.share);
    back.setValue(draft.returnsTo == null ? NONE : draft.returnsTo);
  }

  private void sampled() {
    String by = sample.getValue();
    percent.setVisible(!NONE.equals(by));
    share.setVisible("CONFIDENCE".equals(by) || "RECORD".equals(by));
    percent.setLabel(
        switch (by) {
          case "CONFIDENCE" -> "Confidence below (%)";
          case "RECORD" -> "Returned more than (%)";
          default -> "Share of tasks (%)";
        });
  }

  private void keep() {
    draft.name = name.getValue();
    draft.role = NONE.equals(role.getValue()) ? null : Role.valueOf(role.getValue());
    draft.edits = edits.getValue();
    draft.copies = or(copies.getValue(), 1);
    draft.idleHours = idle.getValue();
    draft.limitHours = limit.getValue();
    draft.coverage = coverage.getValue();
    draft.fixShare = fixShare.getValue();
    draft.agreement = agreement.getValue();
    draft.sampleBy = NONE.equals(sample.getValue()) ? null : Sample.By.valueOf(sample.getValue());
    draft.percent = or(percent.getValue(), 0);
    draft.share = or(share.getValue(), 0);
    draft.returnsTo = NONE.equals(back.getValue()) ? null : back.getValue();
  }

  private static int or(@Nullable Integer value, int otherwise) {
    return Objects.requireNonNullElse(value, otherwise);
  }

  private static IntegerField number(String label, int least, int most) {
    IntegerField field = new IntegerField(label);
    field.setMin(least);
    field.setMax(most);
    field.setClearButtonVisible(true);
    field.setPlaceholder("No limit");
    return field;
  }

  private static Div form(Component... parts) {
    Div form = new Div(parts);
    form.addClassName("kr-form");
    return form;
  }

  private static Div pair(Component... parts) {
    Div row = new Div(parts);
    row.addClassName("kr-columns");
    return row;
  }
}
