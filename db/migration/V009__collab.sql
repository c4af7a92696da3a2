-- Who is at which frame of a task at this moment. Worth nothing after a crash, so not logged.
create unlogged table presence (
  task_id  uuid        not null,
  user_id  uuid        not null references users,
  frame    int         not null,
  track_id uuid,
  at       timestamptz not null,
  primary key (task_id, user_id)
);
