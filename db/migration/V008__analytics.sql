-- Raw activity, a row per person, task and minute in which something was done.
create table activity (
  user_id    uuid        not null references users,
  task_id    uuid        not null references tasks,
  minute     timestamptz not null,
  edits      int         not null default 0,
  frames     int         not null default 0,
  primary key (user_id, task_id, minute)
);
