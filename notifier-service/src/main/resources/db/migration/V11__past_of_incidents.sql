-- How an incident ended before: when, whether it flaps, what somebody did about it.
alter table incident add column past jsonb;
