-- The queue's own table, laid out as db-scheduler reads it.
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- What people see of a job, and what it is to do.
create table jobs (
  id               uuid primary key,
  topic            text             not null,
  subject          uuid             not null,
  project_id       uuid,
  title            text             not null,
  state            text             not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  progress         double precision not null default 0,
  message          text             not null default '',
  error            text,
  requested_by     uuid,
  payload          json             not null,
  -- set until the first start: a second request with this key joins the one that waits
  pending_key      text,
  cancel_requested boolean          not null default false,
  -- rises with each start; a worker that was taken for dead writes nothing under its old number
  attempt          int              not null default 0,
  failures         int              not null default 0,
  created_at       timestamptz      not null,
  started_at       timestamptz,
  finished_at      timestamptz
);
create unique index jobs_pending on jobs (topic, pending_key) where pending_key is not null;
create index jobs_of_project on jobs (project_id, created_at desc);
create index jobs_active on jobs (project_id) where state in ('QUEUED', 'RUNNING');
