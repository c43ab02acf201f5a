-- How fast receivers may be told, and what comes first when much waits.

alter table delivery
  -- 0 before 1 before 2: alarms, messages, changes, reminders.
  add column urgency smallint not null default 1;
alter table receiver
  -- What has gone there is paid for by then.
  add column paced_until timestamptz;

-- What is told next, and whether something of the same incident comes before it: neither looks at
-- what has been told.
create index delivery_next on delivery (receiver, urgency, due_at, id)
  where state in ('PENDING', 'RETRY', 'UNKNOWN');
create index delivery_open on delivery (incident_id, receiver, seq, round)
  where state in ('PENDING', 'RETRY', 'UNKNOWN', 'CLAIMED');
