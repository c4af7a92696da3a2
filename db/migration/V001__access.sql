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
create index sign_in_links_by_user on sign_in_links (user_id);

-- Web sign-ins. They outlive the server process and are ended from anywhere; only the cookie's hash is kept.
create table sign_ins (
  id                 uuid primary key,
  token_hash         bytea       not null unique,
  user_id            uuid        not null references users,
  created_at         timestamptz not null,
  last_seen_at       timestamptz not null,
  ended_at           timestamptz,
  password_until     timestamptz
);
create index sign_ins_by_user on sign_ins (user_id) where ended_at is null;

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

-- The end of the chain: writers queue here, and a cut tail shows.
create table audit_head (
  single boolean primary key default true check (single),
  number bigint not null,
  hash   bytea  not null
);
insert into audit_head (number, hash) values (0, '');

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit record is insert-only.';
end
$$;
create trigger audit_insert_only before update or delete or truncate on audit
  for each statement execute function refuse_audit_change();
