package io.keyreel.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.StageRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A stage in the row: its name and, in words, what holds there. */
final class StageCard extends Div {
  StageCard(Stage stage, List<Stage> all, Button... actions) {
    addClassNames("kr-stage-card");
    Span dot = new Span();
    dot.addClassNames("kr-stage-dot", "kr-stage-" + stage.kind().name().toLowerCase(Locale.ROOT));
    Span name = new Span(stage.name());
    name.addClassNames("kr-strong", "kr-grow", "kr-ellipsis");
    Div head = new Div(dot, name);
    head.add(actions);
    head.addClassNames("kr-row", "kr-nowrap");
    add(head);
    words(stage, all).forEach(text -> add(line(text)));
  }

  static Button edit(Runnable action) {
    return Buttons.icon(Icons.EDIT, "Change this stage", event -> action.run());
  }

  static Button remove(Runnable action) {
    return Buttons.icon(Icons.TRASH, "Remove this stage", event -> action.run());
  }

  private static Component line(String text) {
    Span line = new Span(text);
    line.addClassNames("kr-muted", "kr-small");
    return line;
  }

  static List<String> words(Stage stage, List<Stage> all) {
    StageRules rules = stage.rules();
    List<String> words = new ArrayList<>();
    words.add(
        switch (stage.kind()) {
          case LABEL ->
              rules.labelers() > 1
                  ? rules.labelers() + " people label each task apart"
                  : "One person labels";
          case REVIEW -> sample(rules);
          case APPROVED -> "Done and read-only";
        });
    if (rules.role() != null) {
      words.add("From " + rules.role().name().toLowerCase(Locale.ROOT) + " on");
    }
    if (rules.edits() != null && rules.edits() != StageRules.Edits.ALL) {
      words.add(edits(rules.edits()));
    }
    if (rules.coverage() != null) {
      words.add(rules.coverage() + " % of frames must be seen");
    }
    if (rules.fixShare() != null) {
      words.add("Who corrects > " + rules.fixShare() + " % cannot approve");
    }
    if (rules.agreement() != null) {
      words.add("Goes back where they agree below " + rules.agreement() + " %");
    }
    if (rules.idleMinutes() != null) {
      words.add("Goes back after " + hours(rules.idleMinutes()) + " of nothing");
    }
    if (rules.limitMinutes() != null) {
      words.add("Held at most " + hours(rules.limitMinutes()));
    }
    String back = rules.returnsTo();
    if (back != null) {
      all.stream()
          .filter(each -> each.id().equals(back))
          .findFirst()
          .ifPresent(each -> words.add("↩ returns to " + each.name()));
    }
    return words;
  }

  static String edits(StageRules.Edits edits) {
    return switch (edits) {
      case ALL -> "Everything may be edited";
      case CORRECT -> "Correct only; no tracks come or go";
      case DESCRIBE -> "Classes and attributes only";
      case ACCEPT -> "Accept and write notes only";
    };
  }

  private static String sample(StageRules rules) {
    StageRules.Sample sample = rules.sample();
    if (sample == null) {
      return "Every task";
    }
    String others = sample.share() > 0 ? ", and " + sample.share() + " % of the others" : "";
    return switch (sample.by()) {
      case SHARE -> sample.percent() + " % of tasks, by chance";
      case CONFIDENCE ->
          "Where confidence is below " + Formats.confidence(sample.percent() / 100.0) + others;
      case RECORD -> "Where > " + sample.percent() + " % of the author’s work came back" + others;
    };
  }

  private static String hours(int minutes) {
    return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
  }
}
