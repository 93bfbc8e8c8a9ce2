-- A centre's price list, what a cart has beside places, and vouchers and passes.

-- The newest counts; older ones stay, to see what held when.
create table price_list (
  version integer primary key check (version > 0),
  -- Contract: PriceList, as it was checked.
  list jsonb not null,
  created_at timestamptz not null default clock_timestamp()
);

-- Contract: CartChoices, with every code sealed: who reads the database cannot use it. Null while nothing was chosen.
alter table cart add column choices jsonb;

-- Frozen on the day of sale; null for a partner's, whose tax it is.
alter table order_line add column vat text;
update order_line set vat = performance.vat from performance
  where performance.id = order_line.performance_id and order_line.leg_id is null;

-- What was agreed to beside places (contract: CartExtras), codes masked.
alter table orders add column extras jsonb;

-- What of an order is no place: products and fees.
create table order_item (
  id uuid primary key,
  order_id uuid not null references orders (id),
  position integer not null,
  kind text not null check (kind in ('voucher', 'pass', 'extra', 'donation', 'fee')),
  -- Of the product, or of the rule that asks the fee.
  reference text not null,
  name jsonb not null,
  quantity integer not null check (quantity > 0),
  -- Of one.
  cents integer not null check (cents >= 0),
  vat text,
  -- What is given once it is paid (server: Promise), as the price list had it then.
  promise jsonb,
  unique (order_id, position)
);

-- A voucher or a pass. Its code follows from its id and the centre's secret; here is only what recognises it.
create table entitlement (
  id uuid primary key,
  kind text not null check (kind in ('voucher', 'pass')),
  order_id uuid not null references orders (id),
  item_id uuid not null references order_item (id),
  number integer not null,
  code_hash text not null unique,
  product text not null,
  name jsonb not null,
  -- What it was sold for; what a voucher is worth before anything is paid with it.
  cents integer not null check (cents >= 0),
  formula text,
  people integer check (people > 0),
  valid_from timestamptz not null default clock_timestamp(),
  valid_until timestamptz,
  withdrawable_until timestamptz,
  state text not null default 'valid' check (state in ('valid', 'withdrawn', 'blocked')),
  check ((kind = 'pass') = (formula is not null and people is not null)),
  -- One for each that was paid, however often that is told.
  unique (item_id, number)
);
create index entitlement_order on entitlement (order_id);

-- Every time one is used, and every time that is undone: only ever added to. What is on a voucher is what it was sold for
-- less the sum of these. `why`: order · unpaid · late (paid after it had ended unpaid) · withdrawn · or the reason and part
-- of what came back.
create table entitlement_use (
  entitlement_id uuid not null references entitlement (id),
  order_id uuid not null references orders (id),
  why text not null,
  cents integer not null,
  at timestamptz not null default clock_timestamp(),
  primary key (entitlement_id, order_id, why)
);
create index entitlement_use_order on entitlement_use (order_id);

-- A place that is a visit on a pass.
create table pass_visit (
  line_id uuid primary key references order_line (id),
  entitlement_id uuid not null references entitlement (id),
  -- When it was given up; null while it counts.
  freed_at timestamptz
);
create index pass_visit_entitlement on pass_visit (entitlement_id) where freed_at is null;

-- What comes back onto a voucher is a refund too, and is there at once.
alter table refund alter column payment_id drop not null;
alter table refund add column entitlement_id uuid references entitlement (id);
alter table refund add constraint refund_tender check ((payment_id is null) <> (entitlement_id is null));
alter table refund add constraint refund_voucher_once unique (entitlement_id, order_id, reason, part);

alter table ledger_entry drop constraint ledger_entry_kind_check;
alter table ledger_entry add constraint ledger_entry_kind_check
  check (kind in ('sale', 'payment', 'refund', 'chargeback', 'voucher'));
alter table posting drop constraint posting_kind_check;
alter table posting add constraint posting_kind_check
  check (kind in ('entry', 'share', 'sale', 'return', 'payment', 'refund', 'chargeback', 'voucher'));

-- A cart as it is at this moment: what is still held of our own, oldest performance and place first, and what is reserved
-- for it at partners, with what was chosen beside it and the price list that holds. All places end together: when a
-- partner's part is over, so is the cart. What an earlier order bought after all, because its money came late, is in the
-- cart no more.
create or replace function cart_state(wanted uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'id', cart.id,
    'order', cart.order_id,
    'expiresAt', case when live.held then extract(epoch from shortest.ends) end,
    'secondsLeft', case when live.held then greatest(0, floor(extract(epoch from shortest.ends - clock_timestamp()))) end,
    'extendable', live.held and cart.order_id is null and coalesce(legs.extendable, true)
      and (not coalesce(claims.held, false) or cart.expires_at < cart.hold_started_at + interval '2 hours'),
    'claims', case when legs.over then '[]' else coalesce(claims.lines, '[]') end,
    'legs', case when legs.over then '[]' else coalesce(legs.parts, '[]') end,
    'choices', cart.choices,
    'priceList', (select max(version) from price_list))
  from cart
  cross join lateral (
    select jsonb_agg(jsonb_build_object(
      'id', claim.id, 'performance', claim.performance_id, 'place', claim.place, 'priceType', claim.price_type)
      order by claim.performance_id, claim.place) as lines, bool_or(claim.state = 'held') as held
    from claim
    where claim.cart_id = cart.id and case claim.state
      when 'sold' then claim.order_id = cart.order_id
      else claim.until > clock_timestamp()
    end
  ) claims
  cross join lateral (
    select jsonb_agg(jsonb_build_object(
        'id', leg.id, 'agreement', leg.agreement_id, 'partner', agreement.partner, 'lines', leg.lines)
        order by agreement.partner_id, leg.created_at) as parts,
      min(leg.expires_at) filter (where leg.state = 'held') as ends,
      bool_and(leg.extendable) filter (where leg.state = 'held') as extendable,
      coalesce(bool_or(cart.order_id is null and leg.expires_at <= clock_timestamp()), false) as over
    from leg join agreement on agreement.id = leg.agreement_id
    where leg.cart_id = cart.id and case when cart.order_id is null
      then leg.state = 'held'
      else leg.order_id = cart.order_id and leg.state not in ('cancelling', 'cancelled')
    end
  ) legs
  cross join lateral (
    select least(case when claims.held then cart.expires_at end, legs.ends) as ends
  ) shortest
  cross join lateral (select shortest.ends is not null and not legs.over as held) live
  where cart.id = wanted
$$;

-- Who may book early asks for it with `early`, which the server alone decides; else hold_places is what 004 made it.
do $do$
declare
  definition text := pg_get_functiondef('hold_places(jsonb)'::regprocedure);
  early constant text :=
    '(at < offer.on_sale_at and not coalesce((requests->(r.n - 1)::integer->>''early'')::boolean, false))';
begin
  if position('at < offer.on_sale_at' in definition) = 0 then
    raise exception 'hold_places does not say when the sale begins';
  end if;
  execute replace(definition, 'at < offer.on_sale_at', early);
end
$do$;
