package io.keyreel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.access.Standing.Hold;
import io.keyreel.access.Standing.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {
  @ParameterizedTest
  @EnumSource
  void everyActionIsOpenToAdminsOfSomeTask(Action action) {
    assertThat(Rule.allows(Role.ADMIN, action)).isTrue();
  }

  @Test
  void aStrongerRoleMayDoAllThatAWeakerOneMay() {
    for (Action action : Action.values()) {
      for (Phase phase : Phase.values()) {
        for (Hold hold : Hold.values()) {
          Standing standing = new Standing(phase, hold);
          boolean weaker = false;
          for (Role role : Role.values()) {
            boolean allowed = Rule.allows(role, action, standing);
            assertThat(allowed || !weaker).as("%s %s %s", role, action, standing).isTrue();
            weaker = allowed;
          }
        }
      }
    }
  }

  @Test
  void nobodyEditsLabelsOfAnApprovedTask() {
    for (Role role : Role.values()) {
      for (Hold hold : Hold.values()) {
        Standing approved = new Standing(Phase.APPROVED, hold);
        assertThat(Rule.allows(role, Action.LABEL_EDIT, approved)).isFalse();
        assertThat(Rule.allows(role, Action.RUN_START, approved)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LABELER,  LABEL_EDIT,    LABEL,    MINE,   true",
    "LABELER,  LABEL_EDIT,    LABEL,    FREE,   false",
    "LABELER,  LABEL_EDIT,    LABEL,    OTHERS, false",
    "LABELER,  LABEL_EDIT,    REVIEW,   MINE,   false",
    "LABELER,  TASK_WORK,     LABEL,    FREE,   true",
    "LABELER,  TASK_WORK,     LABEL,    OTHERS, false",
    "LABELER,  TASK_REVIEW,   REVIEW,   FREE,   false",
    "LABELER,  NOTE_WRITE,    REVIEW,   OTHERS, true",
    "LABELER,  TASK_VIEW,     APPROVED, OTHERS, true",
    "REVIEWER, LABEL_EDIT,    REVIEW,   MINE,   true",
    "REVIEWER, LABEL_EDIT,    REVIEW,   FREE,   false",
    "REVIEWER, TASK_REVIEW,   REVIEW,   FREE,   true",
    "REVIEWER, TASK_REVIEW,   REVIEW,   OTHERS, false",
    "REVIEWER, TASK_ASSIGN,   LABEL,    OTHERS, false",
    "REVIEWER, TASK_REOPEN,   APPROVED, FREE,   false",
    "LEAD,     LABEL_EDIT,    LABEL,    OTHERS, true",
    "LEAD,     TASK_REVIEW,   REVIEW,   OTHERS, true",
    "LEAD,     TASK_ASSIGN,   REVIEW,   OTHERS, true",
    "LEAD,     TASK_REOPEN,   APPROVED, FREE,   true",
    "LEAD,     TASK_REOPEN,   REVIEW,   FREE,   false",
    "LEAD,     MEMBERS_EDIT,  LABEL,    FREE,   false",
    "REVIEWER, VIDEO_DELETE,  LABEL,    FREE,   false",
    "LEAD,     VIDEO_DELETE,  LABEL,    FREE,   true",
    "ADMIN,    MEMBERS_EDIT,  LABEL,    FREE,   true",
    "ADMIN,    TASK_REVIEW,   LABEL,    MINE,   false",
  })
  void decidesByRoleStageAndHolder(
      Role role, Action action, Phase phase, Hold hold, boolean allowed) {
    assertThat(Rule.allows(role, action, new Standing(phase, hold))).isEqualTo(allowed);
  }
}
