-- Accounts for which a provider of identities vouches.

-- Its issuer and its own word for somebody, for good; null for those who have a password here.
alter table account add column subject text;
create unique index account_by_subject on account (subject);
