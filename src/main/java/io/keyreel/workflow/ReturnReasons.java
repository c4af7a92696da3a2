package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Audit;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why work is returned in a project: offered to reviewers, who can always write their own. */
@Service
public class ReturnReasons {
  private static final List<String> STANDARD =
      List.of(
          "Edges are loose",
          "An object is missing",
          "Wrong class",
          "Identity switched",
          "Guidelines not followed");
  private static final int MOST = 30;
  private static final int LONGEST = 120;

  private final GuidelineStore store;
  private final Policy policy;
  private final Audit audit;

  ReturnReasons(GuidelineStore store, Policy policy, Audit audit) {
    this.store = store;
    this.policy = policy;
    this.audit = audit;
  }

  public List<String> of(UUID project, User by) {
    policy.check(by, project, Action.PROJECT_VIEW);
    return store.reasons(project).orElse(STANDARD);
  }

  @Transactional
  public List<String> save(UUID project, List<String> reasons, User by) {
    policy.check(by, project, Action.PROJECT_EDIT);
    List<String> clean =
        reasons.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
    if (clean.size() > MOST || clean.stream().anyMatch(text -> text.length() > LONGEST)) {
      throw new UserError.Invalid(
          "Keep at most %d reasons of at most %d characters.".formatted(MOST, LONGEST));
    }
    store.saveReasons(project, clean);
    audit.record(
        by, "reasons.save", "project:" + project, project, Map.of("reasons", clean.size()));
    return clean;
  }
}
