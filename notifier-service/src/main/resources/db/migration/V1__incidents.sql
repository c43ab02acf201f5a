-- What the notifier must not forget. Position, findings, incidents, transitions and deliveries
-- change in one transaction, so that nothing is counted twice and nothing is told for nothing.

create table stream_position (
  topic       text   not null,
  partition   int    not null,
  next_offset bigint not null,
  primary key (topic, partition)
);

-- One row an app: whoever changes anything of an app holds its lock.
create table case_file (
  source      text primary key,
  app         text not null,
  platform    text not null,
  environment text,
  story       jsonb not null,
  -- The earliest moment on the wall at which something happens by itself.
  wall_due_at timestamptz,
  -- The partition of topic signals that its story is in.
  partition   int not null default 0,
  changed_at  timestamptz not null default now()
);
create index case_file_due on case_file (wall_due_at) where wall_due_at is not null;

create table incident (
  id              uuid primary key,
  number          bigint generated always as identity unique,
  source          text not null references case_file,
  app             text not null,
  platform        text not null,
  environment     text,
  type            text not null,
  finding_key     text not null,
  title           text not null,
  process         text,
  state           text not null,
  severity        text not null,
  seq             int  not null,
  opened_at       timestamptz not null,
  changed_at      timestamptz not null,
  resolved_at     timestamptz,
  cause           text,
  acknowledged_by text,
  suspect         jsonb,
  previous        uuid references incident
);
create index incident_of_source on incident (source, opened_at desc);
create index incident_live on incident (severity, opened_at desc) where state <> 'RESOLVED';
create index incident_by_time on incident (opened_at desc, id);

create table finding (
  id          bigint generated always as identity primary key,
  source      text not null references case_file,
  rule        text not null,
  finding_key text not null,
  incident_id uuid references incident,
  -- Still at hand: live, or resolved so recently that it may come back.
  active      boolean not null,
  document    jsonb not null
);
create unique index finding_at_hand on finding (source, rule, finding_key) where active;
create index finding_of_incident on finding (incident_id) where incident_id is not null;

create table transition (
  incident_id uuid not null references incident,
  seq         int  not null,
  at          timestamptz not null,
  from_state  text,
  to_state    text not null,
  reason      text not null,
  cause       text,
  severity    text not null,
  detail      text not null,
  actor       text,
  recorded_at timestamptz not null default now(),
  primary key (incident_id, seq)
);

-- Records of topic signals that could not be read, kept to be looked at.
create table parked_signal (
  topic       text   not null,
  partition   int    not null,
  record_offset bigint not null,
  reason      text   not null,
  value       bytea,
  parked_at   timestamptz not null default now(),
  primary key (topic, partition, record_offset)
);
