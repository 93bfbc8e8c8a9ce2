-- One centre's tables. Run by the owner role inside the centre's own schema (search_path is set to it).
-- The application's role gets rights on rows only: it owns nothing here and cannot change a definition.

create table seating_plan (
  id text not null,
  version integer not null check (version > 0),
  source jsonb not null,
  created_at timestamptz not null default now(),
  primary key (id, version)
);

create table price_type (
  id text primary key,
  position integer not null unique,
  name jsonb not null,
  explanation jsonb
);

create table performance (
  id text primary key,
  title jsonb not null,
  subtitle jsonb,
  description jsonb,
  genre text not null,
  image text,
  hall_id text not null,
  hall_name jsonb not null,
  plan_id text not null,
  plan_version integer not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  on_sale_at timestamptz not null default now(),
  sale_ends_at timestamptz,
  cancelled boolean not null default false,
  -- Places for sale: seats that are not the house's, plus area capacities.
  capacity integer not null check (capacity >= 0),
  max_places_per_cart integer not null default 12 check (max_places_per_cart > 0),
  foreign key (plan_id, plan_version) references seating_plan (id, version)
);
create index performance_starts_at on performance (starts_at);

create table price (
  performance_id text not null references performance (id) on delete cascade,
  zone text not null,
  price_type text not null references price_type (id),
  cents integer not null check (cents >= 0),
  fee_cents integer not null default 0 check (fee_cents >= 0 and fee_cents <= cents),
  primary key (performance_id, zone, price_type)
);

create table cart (
  id uuid primary key,
  -- Salted hash of the network prefix the cart was made from; only ever compared, for the cap against hoarding.
  address text not null,
  created_at timestamptz not null default clock_timestamp(),
  -- When the first place of the present hold was taken; null while nothing was ever held.
  hold_started_at timestamptz,
  expires_at timestamptz,
  -- Set when an order was made of the cart; then only the order may change its claims.
  order_id uuid
);

-- Who has a place. Sparse: a row exists only while a place is taken (or was, until somebody takes it over).
-- The primary key is what makes a double sale impossible, whoever writes and however many servers run.
-- An unnumbered place is a row too: area `STAAN` with capacity 100 has places `STAAN#1` to `STAAN#100`.
create table claim (
  performance_id text not null references performance (id),
  -- By bytes, so that everybody sorts places alike and locks them in the same order.
  place text collate "C" not null,
  id uuid not null unique,
  state text not null check (state in ('held', 'sold', 'blocked')),
  -- A held claim is over at this instant by the database's clock, without any job; infinity for sold and blocked.
  until timestamptz not null,
  cart_id uuid references cart (id),
  order_id uuid,
  price_type text,
  address text,
  primary key (performance_id, place),
  check ((state = 'held') = (until < 'infinity')),
  check (state = 'blocked' or cart_id is not null),
  check (state <> 'sold' or order_id is not null)
);
create index claim_cart on claim (cart_id) where cart_id is not null;
create index claim_address on claim (address) where state = 'held';

-- What happened to places, for those who follow along. Readers go by (xid, id) and stop before the oldest running
-- transaction, so a change that commits late is never skipped.
create table seat_change (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  performance_id text not null,
  -- place -> {"state": "held" | "sold" | "blocked" | "free", "until": epoch seconds | null}
  places jsonb not null,
  created_at timestamptz not null default clock_timestamp()
);
create index seat_change_order on seat_change (xid, id);
create index seat_change_created on seat_change (created_at);

create table orders (
  id uuid primary key,
  number text not null unique,
  cart_id uuid not null references cart (id),
  -- open: may still be paid · paid · closed: ended unpaid · refund: money came in and goes back
  state text not null check (state in ('open', 'paid', 'closed', 'refund')),
  reason text,
  email text not null,
  name text,
  language text not null,
  return_url text not null,
  total_cents integer not null check (total_cents >= 0),
  idempotency_key text,
  request_hash text not null,
  created_at timestamptz not null default clock_timestamp(),
  hold_ends_at timestamptz not null,
  paid_at timestamptz,
  -- The buyer or the centre asked to stop; money that still comes in goes back.
  cancelled_at timestamptz
);
-- A cart whose order ended unpaid may be chosen from and ordered again; it never has two orders open at once.
create unique index orders_open_cart on orders (cart_id) where state = 'open';
create index orders_open_hold on orders (hold_ends_at) where state = 'open';

create table order_line (
  id uuid primary key,
  order_id uuid not null references orders (id),
  position integer not null,
  performance_id text not null references performance (id),
  place text not null,
  price_type text not null,
  cents integer not null check (cents >= 0),
  fee_cents integer not null,
  -- The line as it was shown and agreed to (contract: Line), so a later change of texts does not rewrite history.
  snapshot jsonb not null,
  unique (order_id, position)
);

-- One attempt to pay an order. Written before the provider is called, so that a crash leaves a trace to pick up.
create table payment (
  id uuid primary key,
  order_id uuid not null references orders (id),
  attempt integer not null,
  provider_id text unique,
  webhook_token text not null unique,
  return_code_hash text not null unique,
  return_code_used_at timestamptz,
  status text not null check (status in ('creating', 'open', 'pending', 'authorized', 'paid', 'failed', 'canceled', 'expired', 'refused', 'suspect')),
  cents integer not null check (cents > 0),
  refunded_cents integer not null default 0,
  charged_back_cents integer not null default 0,
  checkout_url text,
  provider_expires_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  -- When the reconciler looks again; null when the payment is final and quiet.
  check_at timestamptz,
  checks integer not null default 0,
  -- When a waiting page last made us ask the provider, so that impatience does not become load.
  asked_at timestamptz,
  unique (order_id, attempt)
);
create index payment_check on payment (check_at) where check_at is not null;

create table refund (
  id uuid primary key,
  payment_id uuid not null references payment (id),
  order_id uuid not null references orders (id),
  cents integer not null check (cents > 0),
  reason text not null,
  provider_id text unique,
  state text not null check (state in ('queued', 'pending', 'refunded', 'failed')),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  -- The same money for the same reason goes back once.
  unique (payment_id, reason)
);

create table ticket (
  id uuid primary key,
  order_id uuid not null references orders (id),
  line_id uuid not null unique references order_line (id),
  performance_id text not null references performance (id),
  place text not null,
  code text not null unique,
  state text not null check (state in ('valid', 'blocked', 'refunded')),
  issued_at timestamptz not null default clock_timestamp()
);
create unique index ticket_place on ticket (performance_id, place) where state = 'valid';

-- Every euro is a line here; never updated, never deleted (the application's role has no right to).
create table ledger_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  kind text not null check (kind in ('sale', 'payment', 'refund', 'chargeback')),
  order_id uuid not null,
  reference text not null,
  cents integer not null,
  unique (kind, reference)
);

-- What a person at the centre must look at: a payment that does not match, a refund that failed.
create table alarm (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  code text not null,
  order_id uuid,
  detail jsonb not null,
  seen_at timestamptz
);
-- Nobody is called twice for what nobody has looked at yet.
create unique index alarm_unseen on alarm (code, order_id) nulls not distinct where seen_at is null;

-- Answers already given to requests that carried an Idempotency-Key; written in the transaction of the effect.
create table idempotency (
  cart_id uuid not null references cart (id) on delete cascade,
  key text not null,
  request_hash text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (cart_id, key)
);
create index idempotency_created on idempotency (created_at);
