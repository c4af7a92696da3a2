-- Snapshots of approved labels and the files made of them.
create table snapshots (
  id          uuid primary key,
  project_id  uuid        not null references projects,
  number      int         not null,
  -- of all that went in: the same labels again are the same snapshot
  fingerprint text        not null,
  content     jsonb       not null,
  author      uuid        not null references users,
  created_at  timestamptz not null,
  unique (project_id, number),
  unique (project_id, fingerprint)
);

create table exports (
  id          uuid primary key,
  project_id  uuid        not null references projects,
  format      text        not null,
  scope       text        not null check (scope in ('APPROVED', 'ALL')),
  images      boolean     not null,
  snapshot_id uuid references snapshots,
  state       text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  job_id      uuid,
  size_bytes  bigint,
  sha256      bytea,
  losses      jsonb       not null default '[]',
  error       text,
  author      uuid        not null references users,
  created_at  timestamptz not null,
  finished_at timestamptz
);
create index exports_by_project on exports (project_id, created_at desc);
