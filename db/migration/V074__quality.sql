-- Hidden known labels, what people and engines scored on them, and sweeps through footage.
create table gold_spans (
  id         uuid primary key,
  project_id uuid        not null references projects,
  task_id    uuid        not null references tasks on delete cascade,
  author     uuid        not null references users,
  created_at timestamptz not null,
  ended_at   timestamptz,
  unique (task_id)
);

create table gold_rules (
  project_id uuid primary key references projects,
  share      int not null check (share between 0 and 100),
  threshold  double precision not null
);

alter table tasks add column gold_id uuid references gold_spans on delete set null;

create table gold_scores (
  id         uuid primary key,
  gold_id    uuid             not null references gold_spans on delete cascade,
  task_id    uuid             not null references tasks on delete cascade,
  user_id    uuid             references users,
  engine     text,
  j          double precision not null,
  f          double precision not null,
  shapes     int              not null,
  round      int              not null,
  at         timestamptz      not null
);
create index gold_scores_by_user on gold_scores (user_id, at);

-- What a sweep really showed, and what it found missing.
create table sweeps (
  id           uuid primary key,
  label_set_id uuid        not null references label_sets on delete cascade,
  task_id      uuid        not null references tasks on delete cascade,
  user_id      uuid        not null references users,
  speed        double precision not null,
  frames       int         not null default 0,
  misses       int         not null default 0,
  started_at   timestamptz not null,
  updated_at   timestamptz not null
);
create index sweeps_by_task on sweeps (task_id);

create table sweep_misses (
  sweep_id uuid not null references sweeps on delete cascade,
  track_id uuid not null,
  frame    int  not null,
  primary key (sweep_id, track_id)
);
