-- People, projects, membership, tokens and the audit record.
create table users (
  id            uuid primary key,
  email         text        not null check (email = lower(email)),
  name          text        not null,
  password_hash text,
  site_admin    boolean     not null default false,
  disabled      boolean     not null default false,
  preferences   jsonb       not null default '{}',
  created_at    timestamptz not null,
  unique (email)
);

-- One-time links: first sign-in of the admin, invitations, password resets. Only the hash is kept.
create table sign_in_links (
  token_hash bytea primary key,
  user_id    uuid        not null references users,
  purpose    text        not null check (purpose in ('first-start', 'invitation', 'reset')),
  expires_at timestamptz not null,
  used_at    timestamptz
);

create table api_tokens (
  id           uuid primary key,
  user_id      uuid        not null references users,
  name         text        not null,
  token_hash   bytea       not null unique,
  created_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz
);

create table projects (
  id          uuid primary key,
  name        text        not null,
  description text        not null default '',
  template    text        not null,
  settings    jsonb       not null default '{}',
  version     bigint      not null default 1,
  created_by  uuid        not null references users,
  created_at  timestamptz not null,
  archived_at timestamptz
);

create table memberships (
  project_id uuid        not null references projects,
  user_id    uuid        not null references users,
  role       text        not null check (role in ('labeler', 'reviewer', 'lead', 'admin')),
  added_by   uuid        references users,
  added_at   timestamptz not null,
  primary key (project_id, user_id)
);
create index memberships_by_user on memberships (user_id);

-- Insert only; each row's hash covers the one before it, so that a change or a gap shows.
create table audit (
  number     bigint primary key,
  at         timestamptz not null,
  actor      uuid references users,
  action     text        not null,
  subject    text        not null,
  project_id uuid references projects,
  detail     jsonb       not null default '{}',
  hash       bytea       not null
);
create index audit_by_project on audit (project_id, number);
