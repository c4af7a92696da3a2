package io.keyreel.ui.settings;

import io.keyreel.access.Role;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.StageRules;
import org.jspecify.annotations.Nullable;

/** A stage while somebody changes it. */
final class StageDraft {
  final String id;
  final Stage.Kind kind;
  String name;
  @Nullable Role role;
  int copies;
  @Nullable Integer idleHours;
  @Nullable Integer limitHours;
  StageRules.Edits edits;
  StageRules.Sample.@Nullable By sampleBy;
  int percent;
  int share;
  @Nullable String returnsTo;
  @Nullable Integer coverage;
  @Nullable Integer fixShare;
  @Nullable Integer agreement;

  private static final int MINUTES = 60;

  private StageDraft(Stage stage) {
    id = stage.id();
    kind = stage.kind();
    name = stage.name();
    StageRules rules = stage.rules();
    role = rules.role();
    copies = rules.labelers();
    idleHours = hours(rules.idleMinutes());
    limitHours = hours(rules.limitMinutes());
    StageRules.Edits allowed = rules.edits();
    edits = allowed == null ? StageRules.Edits.ALL : allowed;
    StageRules.Sample sample = rules.sample();
    sampleBy = sample == null ? null : sample.by();
    percent = sample == null ? 20 : sample.percent();
    share = sample == null ? 10 : sample.share();
    returnsTo = rules.returnsTo();
    coverage = rules.coverage();
    fixShare = rules.fixShare();
    agreement = rules.agreement();
  }

  static StageDraft of(Stage stage) {
    return new StageDraft(stage);
  }

  Stage stage() {
    StageRules.Sample.By by = sampleBy;
    return new Stage(
        id,
        name,
        kind,
        new StageRules(
            role,
            copies > 1 ? copies : null,
            minutes(idleHours),
            minutes(limitHours),
            edits == StageRules.Edits.ALL ? null : edits,
            by == null ? null : new StageRules.Sample(by, percent, share),
            returnsTo,
            coverage,
            fixShare,
            copies > 1 ? agreement : null));
  }

  private static @Nullable Integer hours(@Nullable Integer minutes) {
    return minutes == null ? null : Math.max(1, minutes / MINUTES);
  }

  private static @Nullable Integer minutes(@Nullable Integer hours) {
    return hours == null ? null : hours * MINUTES;
  }
}
