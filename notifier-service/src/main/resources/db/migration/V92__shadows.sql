-- What rules in shadow would have told.
create table shadow (
  id bigint generated always as identity primary key,
  source text not null,
  app text not null,
  rule text not null,
  finding_key text not null,
  title text not null,
  severity text not null,
  process text,
  at timestamptz not null,
  over timestamptz
);

create index shadow_open on shadow (source, rule, finding_key) where over is null;
create index shadow_at on shadow (at);
