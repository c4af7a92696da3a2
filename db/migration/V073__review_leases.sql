-- Reviewing without stepping on each other, and accepting in bulk with an audit by sample.
create table span_leases (
  task_id    uuid        not null references tasks on delete cascade,
  track_id   uuid        not null,
  from_frame int         not null,
  to_frame   int         not null,
  user_id    uuid        not null references users,
  until      timestamptz not null,
  primary key (task_id, track_id, from_frame)
);

create table bulk_acceptances (
  id         uuid primary key,
  project_id uuid             not null references projects,
  threshold  double precision not null,
  state      text             not null check (state in ('OPEN', 'ACCEPTED', 'DROPPED')),
  frames     int              not null,
  spans      jsonb            not null,
  author     uuid             not null references users,
  created_at timestamptz      not null
);

create table bulk_samples (
  bulk_id    uuid             not null references bulk_acceptances on delete cascade,
  number     int              not null,
  task_id    uuid             not null,
  track_id   uuid             not null,
  frame      int              not null,
  confidence double precision not null,
  good       boolean,
  primary key (bulk_id, number)
);
