-- Stages, tasks, transitions, notes and notifications.
create table workflows (
  project_id uuid        not null references projects,
  version    int         not null,
  stages     jsonb       not null,
  author     uuid references users,
  created_at timestamptz not null,
  primary key (project_id, version)
);

create table tasks (
  id               uuid primary key,
  number           bigint      not null generated always as identity,
  project_id       uuid        not null references projects,
  video_id         uuid        not null references videos,
  label_set_id     uuid        not null references label_sets,
  from_frame       int         not null,
  to_frame         int         not null check (to_frame > from_frame),
  frames           int[],
  workflow_version int         not null,
  stage            text        not null,
  stage_kind       text        not null check (stage_kind in ('LABEL', 'REVIEW', 'APPROVED')),
  state            text        not null check (state in ('OPEN', 'IN_PROGRESS', 'APPROVED')),
  round            int         not null default 1,
  assignee         uuid references users,
  labeler          uuid references users,
  reviewer         uuid references users,
  priority         int         not null default 0,
  due_at           timestamptz,
  version          bigint      not null default 1,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  foreign key (project_id, workflow_version) references workflows (project_id, version),
  unique (label_set_id, from_frame, to_frame)
);
create index tasks_by_stage on tasks (project_id, state, stage_kind, priority desc, created_at);
create index tasks_by_assignee on tasks (assignee) where state = 'IN_PROGRESS';

create table transitions (
  id         uuid primary key,
  task_id    uuid        not null references tasks,
  action     text        not null,
  from_stage text        not null,
  to_stage   text        not null,
  author     uuid        not null references users,
  reason     text        not null default '',
  at         timestamptz not null
);
create index transitions_by_task on transitions (task_id, at);

create table notes (
  id          uuid primary key,
  task_id     uuid        not null references tasks,
  from_frame  int         not null,
  to_frame    int         not null check (to_frame > from_frame),
  track_id    uuid references tracks,
  x           double precision,
  y           double precision,
  body        text        not null,
  author      uuid        not null references users,
  created_at  timestamptz not null,
  resolved_by uuid references users,
  resolved_at timestamptz,
  version     bigint      not null default 1
);
create index notes_by_task on notes (task_id, created_at);

create table note_replies (
  id         uuid primary key,
  note_id    uuid        not null references notes,
  body       text        not null,
  author     uuid        not null references users,
  created_at timestamptz not null
);

create table notifications (
  id         uuid primary key,
  user_id    uuid        not null references users,
  project_id uuid references projects,
  task_id    uuid references tasks,
  kind       text        not null,
  body       text        not null,
  created_at timestamptz not null,
  read_at    timestamptz
);
create index notifications_by_user on notifications (user_id, created_at desc);
