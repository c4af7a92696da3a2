-- Stages with rules: several people label apart, reviews by sample, moves that a lead takes back.
alter table tasks drop constraint tasks_state_check;
alter table tasks add constraint tasks_state_check
  check (state in ('OPEN', 'IN_PROGRESS', 'GATHERING', 'SUBMITTED', 'APPROVED'));

-- Where the task stood before, and who took the move back.
alter table transitions add column before jsonb;
alter table transitions add column undone_by uuid references users;
create index transitions_by_author on transitions (author, at);
