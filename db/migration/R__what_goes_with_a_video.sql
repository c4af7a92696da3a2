-- Whatever refers to a video, its labels or its tasks goes when the video goes. Runs after all
-- numbered migrations, so that it holds for the tables of every room.
do $$
declare
  hold record;
begin
  for hold in
    with recursive hanging (id) as (
      select 'videos'::regclass::oid
      union
      select c.conrelid from pg_constraint c join hanging h on c.confrelid = h.id
      where c.contype = 'f'
    )
    select c.conname as name, c.conrelid::regclass as tab, pg_get_constraintdef(c.oid) as meaning
    from pg_constraint c join hanging h on c.confrelid = h.id
    where c.contype = 'f' and c.confdeltype in ('a', 'r')
  loop
    execute format(
      'alter table %s drop constraint %I, add constraint %I %s on delete cascade',
      hold.tab, hold.name, hold.name, hold.meaning);
  end loop;
end $$;
