-- What a centre needs to sell with others: agreements, what partners reserve here, what we reserve at partners.

-- A one-way agreement: `owner` in it lets `seller` sell. Both sides keep it under the same id; `role` is ours.
create table agreement (
  id uuid primary key,
  role text not null check (role in ('owner', 'seller')),
  state text not null check (state in ('offered', 'active', 'ended')),
  -- The other centre with its public keys (contract: NetworkCentre); null while an offer was not accepted.
  partner jsonb,
  partner_id text generated always as (partner->>'id') stored,
  terms jsonb not null,
  version integer not null default 1 check (version > 0),
  -- Of an offer: only a hash, so that who reads the database cannot accept it.
  offer_code_hash text unique,
  offer_expires_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('owner', 'seller')),
  -- As seller: how far the owner's feed was read.
  feed_cursor bigint not null default 0,
  check (state = 'offered' or partner is not null),
  check ((state = 'ended') = (ended_at is not null))
);
create unique index agreement_active on agreement (role, partner_id) where state = 'active';

-- Signatures seen, so that none is accepted twice; kept as long as a signature may be old.
create table network_nonce (
  key_id text not null,
  nonce text not null,
  seen_at timestamptz not null default clock_timestamp(),
  primary key (key_id, nonce)
);
create index network_nonce_seen on network_nonce (seen_at);

-- As owner: what a partner reserved here, under the partner's own id. Its places are held by a cart of its own, which a
-- reservation that replaces another takes over. That its time is over is told by the cart, not by a state.
create table reservation (
  agreement_id uuid not null references agreement (id),
  id uuid not null,
  cart_id uuid not null references cart (id),
  state text not null check (state in ('held', 'replaced', 'cancelled', 'confirmed')),
  request_hash text not null,
  channel text not null,
  -- As told to the partner (contract: Line); `place` of a claim is in `places`, by line id.
  lines jsonb not null,
  places jsonb not null,
  total_cents integer not null check (total_cents >= 0),
  replaced_by uuid,
  order_id uuid unique references orders (id),
  created_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  ended_at timestamptz,
  -- The feed has told that it expired.
  expiry_told boolean not null default false,
  primary key (agreement_id, id)
);
create index reservation_cart on reservation (cart_id);

-- As owner: what partners must know. Read by (xid, id), as seat_change is.
create table network_change (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  agreement_id uuid not null references agreement (id),
  kind text not null,
  reservation_id uuid,
  performance_id text,
  starts_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);
create index network_change_order on network_change (agreement_id, xid, id);

-- As seller: the part of a cart, and then of an order, that is reserved at one owner. `confirming` is the decision to
-- confirm, written before the owner is asked; `cancelling` the decision to give up. Whoever finds either finishes it.
create table leg (
  id uuid primary key,
  cart_id uuid not null references cart (id),
  agreement_id uuid not null references agreement (id),
  -- The one that counts now, at the owner.
  reservation_id uuid not null,
  state text not null check (state in ('held', 'confirming', 'confirmed', 'lost', 'cancelling', 'cancelled')),
  order_id uuid references orders (id),
  -- Of a leg that was given up and is wanted again because its money came late: the one it had before.
  previous_reservation_id uuid,
  -- As the owner told them (contract: Line), in its own names.
  lines jsonb not null,
  total_cents integer not null check (total_cents >= 0),
  -- By our own database's clock, reckoned from the seconds that the owner said were left.
  expires_at timestamptz not null,
  extendable boolean not null default true,
  cancel_reason text,
  created_at timestamptz not null default clock_timestamp(),
  decided_at timestamptz,
  -- When the coordinator looks again; null while there is nothing to finish.
  check_at timestamptz,
  checks integer not null default 0
);
create unique index leg_held on leg (cart_id, agreement_id) where state = 'held';
create index leg_cart on leg (cart_id);
create index leg_order on leg (order_id) where order_id is not null;
create index leg_reservation on leg (agreement_id, reservation_id);
create index leg_check on leg (check_at) where check_at is not null;

-- While a cart is being changed at a partner nobody else changes it there, or orders it.
alter table cart add column lease uuid;
alter table cart add column lease_until timestamptz;

-- A sale by a partner is an order here too, of which we know no buyer.
alter table orders add column agreement_id uuid references agreement (id);
alter table orders alter column email drop not null;
alter table orders alter column language drop not null;
alter table orders alter column return_url drop not null;
alter table orders add constraint orders_buyer check (
  case when agreement_id is null
    then email is not null and language is not null and return_url is not null
    else email is null and name is null and return_url is null
  end);

-- What a partner plays is bought here too: only our own performances are in our own table.
alter table order_line add column leg_id uuid references leg (id);
-- What the owner calls the line.
alter table order_line add column partner_line uuid;
-- When its performance moved to another moment after it was bought; the snapshot tells when it is now.
alter table order_line add column moved_at timestamptz;
alter table order_line drop constraint order_line_performance_id_fkey;
alter table order_line add column own_performance_id text
  generated always as (case when leg_id is null then performance_id end) stored references performance (id);
alter table ticket add column leg_id uuid references leg (id);
-- When it was mailed; tickets of a partner may come later than the rest.
alter table ticket add column mailed_at timestamptz;
alter table ticket drop constraint ticket_performance_id_fkey;
alter table ticket add column own_performance_id text
  generated always as (case when leg_id is null then performance_id end) stored references performance (id);

-- Part of a payment may go back for one reason, and another part for the same.
alter table refund add column part text not null default '';
alter table refund drop constraint refund_payment_id_reason_key;
alter table refund add constraint refund_once unique (payment_id, reason, part);

alter table performance
  add column tags text[] not null default '{}',
  -- Contract: VatCode. Performing arts are at 6 % in Belgium.
  add column vat text not null default 'BE-6',
  add column moved_at timestamptz,
  add column first_starts_at timestamptz;

-- A cart as it is at this moment: what is still held of our own, oldest performance and place first, and what is reserved
-- for it at partners. All of it ends together: when a partner's part is over, so is the cart. What an earlier order bought
-- after all, because its money came late, is in the cart no more.
create or replace function cart_state(wanted uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'id', cart.id,
    'order', cart.order_id,
    'expiresAt', case when live.held then extract(epoch from shortest.ends) end,
    'secondsLeft', case when live.held then greatest(0, floor(extract(epoch from shortest.ends - clock_timestamp()))) end,
    'extendable', live.held and cart.order_id is null and coalesce(legs.extendable, true)
      and (not coalesce(claims.held, false) or cart.expires_at < cart.hold_started_at + interval '2 hours'),
    'claims', case when legs.over then '[]' else coalesce(claims.lines, '[]') end,
    'legs', case when legs.over then '[]' else coalesce(legs.parts, '[]') end)
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
