package io.keyreel.collab;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.SignInCheck;
import io.keyreel.access.SignedIn;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether somebody who began to listen may go on: they may have signed out, or been sent away. */
@Component
class ListenRights {
  private final SignInCheck signIns;
  private final Policy policy;

  ListenRights(SignInCheck signIns, Policy policy) {
    this.signIns = signIns;
    this.policy = policy;
  }

  boolean hold(SignedIn who) {
    return signIns.holds(who);
  }

  boolean hold(SignedIn who, UUID project) {
    return signIns.holds(who) && policy.allows(who.user(), project, Action.TASK_VIEW);
  }
}
