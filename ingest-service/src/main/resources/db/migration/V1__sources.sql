-- Who may send. Tokens are here as keyed hashes, what platforms sign with is sealed; the key is not in the database.

create table source (
  id text primary key,
  app text not null,
  platform text not null,
  environment text,
  team text,
  lines_per_second integer,
  created_at timestamptz not null
);

-- Two at most of each source, one of them only for as long as the other one is being told to its platform.
create table source_token (
  hash bytea primary key,
  source_id text not null references source on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_seen_at timestamptz
);

create index source_token_source on source_token (source_id);

create table source_secret (
  source_id text not null references source on delete cascade,
  place smallint not null,
  sealed bytea not null,
  primary key (source_id, place)
);

-- Who changed what and when: nothing is ever taken out of it. Its last number is the version that every instance
-- compares with the one it has read.
create table source_change (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  action text not null,
  source_id text not null,
  origin text not null
);
