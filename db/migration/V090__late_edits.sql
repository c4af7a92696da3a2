-- Edits that came after their task had left the person who made them: kept apart, never lost.
create table late_edits (
  n            bigint      primary key generated always as identity,
  op_id        uuid        not null unique,
  label_set_id uuid        not null references label_sets on delete cascade,
  task_id      uuid        not null references tasks on delete cascade,
  author       uuid        not null references users,
  kind         text        not null,
  track_id     uuid,
  frame        int,
  op           jsonb       not null,
  reason       text        not null,
  at           timestamptz not null,
  state        text        not null default 'OPEN'
    check (state in ('OPEN', 'APPLIED', 'DISCARDED')),
  attempts     int         not null default 0,
  outcome      text,
  version      bigint,
  decided_by   uuid references users,
  decided_at   timestamptz,
  decision     text
);
create index late_edits_by_task on late_edits (task_id, n);

alter table late_edits add constraint late_edits_decided
  check ((state = 'OPEN') = (decided_by is null));
