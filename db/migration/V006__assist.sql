-- Runs of engines over spans.
create table runs (
  id           uuid primary key,
  number       bigint      not null generated always as identity,
  project_id   uuid        not null references projects,
  label_set_id uuid        not null references label_sets,
  task_id      uuid        references tasks,
  job_id       uuid,
  engine       text        not null,
  generation   bigint      not null,
  state        text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  request      jsonb       not null,
  requested_by uuid        not null references users,
  progress     real        not null default 0,
  error        text,
  created_at   timestamptz not null,
  finished_at  timestamptz
);
create index runs_by_set on runs (label_set_id, generation);

-- One row per track and span: under which fence it may write, and how far it has come.
create table run_spans (
  run_id      uuid    not null references runs on delete cascade,
  track_id    uuid    not null references tracks on delete cascade,
  start_frame int     not null,
  from_frame  int     not null,
  to_frame    int     not null,
  fence       bigint  not null,
  done_frames int     not null default 0,
  state       text    not null default 'OPEN' check (state in ('OPEN', 'DONE', 'OVERTAKEN')),
  primary key (run_id, track_id, from_frame)
);
