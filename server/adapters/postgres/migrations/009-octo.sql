-- Outside resellers that speak OCTO: the seller of an agreement comes in by a bearer key instead of by signatures. Of the
-- key only a hash is kept.
alter table agreement add column octo_key_hash text unique check (octo_key_hash is null or role = 'owner');

-- What OCTO calls a booking: a reservation, and the one that replaced it, under one name. Of customers nothing is kept:
-- contacts, notes and reasons are free text about people.
create table octo_booking (
  agreement_id uuid not null references agreement (id),
  uuid uuid not null,
  -- The one that counts now.
  reservation_id uuid not null,
  reference text not null unique,
  reseller_reference text,
  product_id text not null,
  option_id text not null,
  performance_id text not null references performance (id),
  request_hash text not null,
  -- [{ uuid, unitId, resellerReference, place, chosen }], as the reseller ordered them; `chosen` = the place is our choice.
  items jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  -- When the hold ends or ended, as the reseller was told last.
  expires_at timestamptz,
  cancelled_at timestamptz,
  primary key (agreement_id, uuid),
  foreign key (agreement_id, reservation_id) references reservation (agreement_id, id)
);
create index octo_booking_reseller on octo_booking (agreement_id, reseller_reference) where reseller_reference is not null;

-- Lets one transaction at a time do what bears this name.
create function lock_octo(name text) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended(current_schema() || '/octo/' || name, 0))
$$;
