-- What a project tells its people: guidelines, reasons to return work; and word by e-mail.
create table guidelines (
  project_id uuid        not null references projects,
  version    int         not null,
  markdown   text        not null,
  author     uuid        not null references users,
  created_at timestamptz not null,
  primary key (project_id, version)
);

create table return_reasons (
  project_id uuid   primary key references projects,
  reasons    text[] not null
);

create table mail_settings (
  user_id uuid primary key references users,
  mode    text not null check (mode in ('NONE', 'EACH', 'HOURLY', 'DAILY'))
);

alter table notifications add column mailed_at timestamptz;
update notifications set mailed_at = created_at;
create index notifications_to_mail on notifications (user_id, created_at) where mailed_at is null;
