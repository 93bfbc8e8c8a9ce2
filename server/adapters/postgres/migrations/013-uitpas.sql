-- UiTPAS: which event of UiTdatabank a performance is, the tariffs that places in carts were given, and what was registered.

-- Without it, UiTPAS cannot be used for the performance.
alter table performance add column uitpas_event text;

-- A tariff that a held place was given, at the price that UiTPAS asked. It counts for as long as its place is held by the
-- same cart in the same price type. `proof` is the card number as the browser sealed it (contract: proofSchema): gone as
-- soon as the sale is registered, and with the row when the hold is over.
create table uitpas_tariff (
  line_id uuid primary key,
  cart_id uuid not null references cart (id) on delete cascade,
  price_type text not null,
  event text not null,
  tariff text not null,
  name jsonb not null,
  regular_cents integer not null check (regular_cents >= 0),
  cents integer not null check (cents >= 0 and cents <= regular_cents),
  proof text,
  -- Of a place that a partner has reserved: its line before (contract: Line), to go back to.
  line_before jsonb,
  taken_at timestamptz not null default clock_timestamp()
);
create index uitpas_tariff_cart on uitpas_tariff (cart_id);

-- A ticket sale at UiTPAS. `registering` is written before UiTPAS is told, so that a crash leaves something to look for;
-- `registered` has UiTPAS' own id; `ending` is to be taken back there, and then the row goes. Nothing about a person.
create table uitpas_sale (
  id uuid primary key,
  cart_id uuid not null,
  line_id uuid not null,
  event text not null,
  tariff text not null,
  cents integer not null,
  -- Told to UiTPAS with the sale; by it the sale is found when its answer was lost.
  label text not null unique,
  state text not null check (state in ('registering', 'registered', 'ending')),
  provider_id text,
  -- Until then somebody is waiting for UiTPAS' answer.
  lease_until timestamptz,
  -- Once an order was made of the cart.
  order_id uuid references orders (id),
  order_line_id uuid references order_line (id),
  created_at timestamptz not null default clock_timestamp(),
  check_at timestamptz not null default clock_timestamp(),
  checks integer not null default 0,
  check (state <> 'registered' or provider_id is not null)
);
-- A place is registered once at a time.
create unique index uitpas_sale_line on uitpas_sale (line_id) where state in ('registering', 'registered');
create index uitpas_sale_ending on uitpas_sale (check_at) where state = 'ending';
create index uitpas_sale_order on uitpas_sale (order_id) where order_id is not null;

-- A cart with the tariffs that its places were given, beside all else that it is.
alter function cart_state(uuid) rename to cart_state_without_tariffs;
create function cart_state(wanted uuid) returns jsonb language sql stable as $$
  select cart_state_without_tariffs(wanted) || coalesce((
    select jsonb_build_object('tariffs', jsonb_object_agg(t.line_id, jsonb_build_object(
      'tariff', t.tariff, 'name', t.name, 'priceType', t.price_type, 'regularCents', t.regular_cents, 'cents', t.cents)))
    from uitpas_tariff t where t.cart_id = wanted having count(*) > 0
  ), '{}')
$$;
