-- Several people behind one receiver: some may have what others do not have yet, or never will.

alter table delivery
  add column missing jsonb;
