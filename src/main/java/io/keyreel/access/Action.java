package io.keyreel.access;

/** What can be done in a project. Who may do it stands in {@link Policy}. */
public enum Action {
  PROJECT_VIEW,
  PROJECT_EDIT,
  MEMBERS_VIEW,
  MEMBERS_EDIT,
  ONTOLOGY_EDIT,
  WORKFLOW_EDIT,
  VIDEO_VIEW,
  VIDEO_UPLOAD,
  VIDEO_EDIT,
  VIDEO_DELETE,
  JOB_VIEW,
  JOB_CANCEL,
  TASK_VIEW,
  TASK_WORK,
  TASK_ASSIGN,
  TASK_REVIEW,
  TASK_REOPEN,
  LABEL_EDIT,
  RUN_START,
  NOTE_WRITE,
  ANALYTICS_VIEW,
  EXPORT_CREATE,
  EXPORT_READ,
  AUDIT_READ
}
