-- Snapshots of approved labels and the files made of them.
create table snapshots (
  id         uuid primary key,
  project_id uuid        not null references projects,
  number     int         not null,
  content    jsonb       not null,
  author     uuid        not null references users,
  created_at timestamptz not null,
  unique (project_id, number)
);

create table exports (
  id          uuid primary key,
  project_id  uuid        not null references projects,
  format      text        not null,
  options     jsonb       not null default '{}',
  state       text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  job_id      uuid,
  object_key  text,
  size_bytes  bigint,
  sha256      bytea,
  losses      jsonb       not null default '[]',
  error       text,
  author      uuid        not null references users,
  created_at  timestamptz not null,
  finished_at timestamptz
);
create index exports_by_project on exports (project_id, created_at desc);
