-- Doubtful spans of tasks under review, as of a state of their labels and a threshold. A row whose
-- state is not the label set's any more is made again before the queue is read.
create table review_counts (
  task_id     uuid primary key references tasks on delete cascade,
  seq         bigint           not null,
  threshold   double precision not null,
  -- masks of machines that nobody has confirmed, and the sum of 1 - confidence over them
  unconfirmed bigint           not null,
  error       double precision not null
);

create table review_spans (
  task_id         uuid             not null references review_counts on delete cascade,
  track_id        uuid             not null,
  track_name      text             not null,
  class_id        text,
  from_frame      int              not null,
  to_frame        int              not null,
  min_confidence  double precision not null,
  mean_confidence double precision not null,
  mendable        int              not null,
  gain            double precision not null,
  seconds         double precision not null,
  primary key (task_id, track_id, from_frame)
);

create index tasks_in_review on tasks (project_id, number) where stage_kind = 'REVIEW';
