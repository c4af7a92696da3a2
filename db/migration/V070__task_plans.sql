-- Tasks cut out of videos: tags, skills, leases and the filters people keep.
alter table tasks add column tags text[] not null default '{}';
alter table tasks add column skill text;
alter table tasks add column parent_id uuid references tasks;
create index tasks_by_project on tasks (project_id, number);
create index tasks_by_video on tasks (video_id);
create index tasks_by_parent on tasks (parent_id) where parent_id is not null;
create index tasks_by_tag on tasks using gin (tags);

create table member_skills (
  project_id uuid   not null references projects,
  user_id    uuid   not null references users,
  skills     text[] not null,
  primary key (project_id, user_id)
);

-- When the holder of a task last did something, and how much of it the server has not got yet.
create table task_leases (
  task_id   uuid        primary key references tasks on delete cascade,
  user_id   uuid        not null references users,
  frame     int         not null default -1,
  pending   int         not null default 0,
  active_at timestamptz not null
);

create table saved_filters (
  project_id uuid        not null references projects,
  user_id    uuid        not null references users,
  name       text        not null,
  filter     jsonb       not null,
  created_at timestamptz not null,
  primary key (project_id, user_id, name)
);
