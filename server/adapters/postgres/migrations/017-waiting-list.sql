-- Who waits for places of a performance that is sold out, in the order in which they came; see sdk/contract/waiting-list.ts.
-- An address is here only as long as its owner waits or has an offer: the row goes when they leave, when their offer has
-- run out, and when the performance is not for sale any more.
create table waiting (
  id uuid primary key,
  -- Their turn.
  number bigint generated always as identity,
  performance_id text not null references performance (id) on delete cascade,
  email text not null,
  places integer not null check (places between 1 and 8),
  language text not null,
  return_url text,
  joined_at timestamptz not null default clock_timestamp(),
  -- Of an offer: the cart that holds its places, until when, and when its owner was told.
  cart_id uuid references cart (id) on delete set null,
  offered_until timestamptz,
  told_at timestamptz
);
-- Nobody waits twice for one performance.
create unique index waiting_email on waiting (performance_id, lower(email));
create index waiting_turn on waiting (performance_id, number);
create index waiting_cart on waiting (cart_id);

-- Lets one transaction at a time make offers for a performance, so that nobody is offered places twice.
create function lock_waiting(performance text) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended(current_schema() || '/waiting/' || performance, 0))
$$;
