package io.keyreel.ui.settings;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Scale;
import io.keyreel.ui.base.Section;
import io.keyreel.workflow.GoldRules;
import io.keyreel.workflow.GoldScore;
import io.keyreel.workflow.GoldSpans;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Known labels mixed into the work, and what people and engines scored on them. */
final class GoldSection extends Section {
  private static final int SHOWN = 20;

  GoldSection(UUID project, GoldSpans gold, Desk desk) {
    super(
        "Gold",
        "Approved tasks marked as gold are mixed into people’s work, unseen, to measure people and"
            + " engine alike. Mark them in the menu of a task.");
    GoldRules rules = gold.rules(project, desk.me());
    IntegerField share = percent("Share of a labeler’s tasks (%)", rules.share());
    IntegerField threshold =
        percent("Sent back below a J&F of (%)", (int) Math.round(rules.threshold() * 100));
    Div fields = new Div(share, threshold);
    fields.addClassName("kr-columns");
    add(
        fields,
        new Div(
            Buttons.primary(
                "Save gold rules",
                event -> {
                  gold.save(
                      project,
                      new GoldRules(
                          Objects.requireNonNullElse(share.getValue(), 0),
                          Objects.requireNonNullElse(threshold.getValue(), 0) / 100.0),
                      desk.me());
                  Notices.done("The rules for gold are saved.");
                })));
    List<GoldScore> scores = gold.scores(project, desk.me());
    if (!scores.isEmpty()) {
      add(grid(scores, desk));
    }
  }

  private static Grid<GoldScore> grid(List<GoldScore> scores, Desk desk) {
    Grid<GoldScore> grid = new Grid<>();
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setItems(scores.stream().limit(SHOWN).toList());
    grid.setAllRowsVisible(true);
    grid.addColumn(GoldSection::who).setHeader("Who").setFlexGrow(1);
    grid.addComponentColumn(score -> Scale.label((float) score.jf())).setHeader("J&F");
    grid.addColumn(score -> Formats.count(score.shapes())).setHeader("Shapes");
    grid.addColumn(GoldScore::round).setHeader("Round");
    grid.addColumn(score -> desk.ago(score.at())).setHeader("When");
    return grid;
  }

  private static String who(GoldScore score) {
    return score.user() == null
        ? "Engine " + Objects.requireNonNullElse(score.engine(), "")
        : score.user().name();
  }

  private static IntegerField percent(String label, int value) {
    IntegerField field = new IntegerField(label);
    field.setMin(0);
    field.setMax(100);
    field.setStepButtonsVisible(true);
    field.setValue(value);
    return field;
  }
}
