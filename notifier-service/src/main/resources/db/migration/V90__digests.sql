-- Which receiver was told of which digest: one for each team and day, whatever happens meanwhile.
create table digest_telling (
  team          text not null,
  day           date not null,
  receiver      text not null,
  period_from   timestamptz not null,
  period_until  timestamptz not null,
  -- DUE, TELLING, TOLD, DEAD
  state         text not null,
  due_at        timestamptz not null,
  attempts      int not null default 0,
  -- Attempts of which nobody knows how they ended.
  unknown       int not null default 0,
  detail        text,
  primary key (team, day, receiver)
);
-- Of a time in which nobody knew of an app nothing is told.
alter table case_file add column known_since timestamptz not null default now();
create index digest_due on digest_telling (due_at) where state in ('DUE', 'TELLING');
