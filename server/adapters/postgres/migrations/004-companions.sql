-- A companion's seat goes with a wheelchair place. And when each place was taken, to tell whose choice left a seat alone.
alter table claim add column taken_at timestamptz not null default clock_timestamp();

-- Holds places for many requests in one round trip and one commit: for each request all its places, or none. The answers
-- are in the order of the requests. No two requests may be about the same cart, seat or area. A companion's seat names in
-- `beside` the wheelchair places it belongs to: while they are protected, one of them must be the same cart's.
-- [{ cart, performance, seats: [{ place, priceType, id, beside }], areas: [{ area, capacity, priceType, ids }],
--    key, hash, maxHeld }] -> [{ outcome, seats, cart }]
create or replace function hold_places(requests jsonb) returns jsonb language plpgsql as $$
declare
  at timestamptz;
  outcomes jsonb;
  due bigint;
  written bigint;
begin
  perform from cart
    where id = any (array(select (r->>'cart')::uuid from jsonb_array_elements(requests) r))
    order by id for update;
  perform lock_performance(name) from (
    select distinct r->>'performance' as name from jsonb_array_elements(requests) r order by 1
  ) performances;
  -- Rows that exist are locked too, so that nobody prolongs a claim that is about to be taken over. Of an area the lowest
  -- numbers are taken; they are locked by bytes, as everybody else does.
  perform from (
    select r->>'performance' as performance, (seat->>'place') collate "C" as place
    from jsonb_array_elements(requests) r, jsonb_array_elements(r->'seats') seat
    union all
    select r->>'performance', expired.place
    from jsonb_array_elements(requests) r, jsonb_array_elements(r->'areas') area
    cross join lateral (
      select place from claim
      where performance_id = r->>'performance'
        and place > (area->>'area') || '#' and place < (area->>'area') || '$' and until <= clock_timestamp()
      order by split_part(place, '#', 2)::integer limit jsonb_array_length(area->'ids')
    ) expired
    order by performance, place
  ) named
  cross join lateral (
    select from claim where performance_id = named.performance and place = named.place for update
  ) locked;
  at := clock_timestamp();

  -- What is read of tables below is read row by row through an index (offset 0): there are few requests and many rows.
  with request as materialized (
    select r.n, r.cart, r.performance, r.seats, r.areas, r.key, r.hash, r.max_held, owner.address, owner.expires_at,
      offer.max_places_per_cart, offer.wheelchair_rule,
      case
        when owner.id is null then 'token_invalid'
        when done.request_hash = r.hash then 'replayed'
        when done.request_hash is not null then 'idempotency_key_reused'
        when owner.order_id is not null then 'cart_closed'
        when offer.id is null then 'performance_unknown'
        when offer.cancelled or at < offer.on_sale_at or at >= coalesce(offer.sale_ends_at, offer.starts_at)
          then 'not_on_sale'
      end as outcome
    from rows from (jsonb_to_recordset(requests) as (
      cart uuid, performance text, seats jsonb, areas jsonb, key text, hash text, "maxHeld" integer
    )) with ordinality as r(cart, performance, seats, areas, key, hash, max_held, n)
    left join lateral (select * from cart where id = r.cart offset 0) owner on true
    left join lateral (select * from performance where id = r.performance offset 0) offer on true
    left join lateral (
      select request_hash from idempotency where cart_id = r.cart and idempotency.key = r.key offset 0
    ) done on true
  ),
  seat as materialized (
    select r.n, s.place, s."priceType" as price_type, s.id, s.beside,
      claim.holder is not null as taken, claim.holder = r.cart as own
    from request r
    cross join lateral jsonb_to_recordset(r.seats) as s(place text, "priceType" text, id uuid, beside text[])
    left join lateral (
      -- What is blocked or sold is no cart's to hold again, not even of the cart that bought it.
      select coalesce(case state when 'held' then cart_id end, '00000000-0000-0000-0000-000000000000') as holder
      from claim
      where performance_id = r.performance and place = s.place and until > at offset 0
    ) claim on true
    where r.outcome is null
  ),
  area as materialized (
    select r.n, a.area, a."priceType" as price_type, a.ids, array(
      select a.area || '#' || k from generate_series(1, a.capacity) k
      where not exists (
        select from claim where performance_id = r.performance and place = a.area || '#' || k and until > at)
      limit jsonb_array_length(a.ids)
    ) as places
    from request r
    cross join lateral jsonb_to_recordset(r.areas) as a(area text, capacity integer, "priceType" text, ids jsonb)
    where r.outcome is null
  ),
  wanted as materialized (
    select n, place, price_type, id from seat where not taken
    union all
    select area.n, p.place, area.price_type, (area.ids->>(p.k - 1)::integer)::uuid
    from area cross join lateral unnest(area.places) with ordinality as p(place, k)
  ),
  judged as materialized (
    select r.n, r.cart, r.performance, r.key, r.hash, r.max_held, r.address, new.count as wanted,
      case when hold.every > 0 then r.expires_at else at + interval '10 minutes' end as ends,
      hold.every = 0 and new.count > 0 as starts,
      coalesce(r.outcome, case
        when blocked.seats is not null then 'seats_taken'
        when short.areas is not null then 'area_full'
        when alone.seats is not null then 'companion_alone'
        when new.count > 0 and r.max_places_per_cart < new.count + hold.same then 'too_many_places'
      end) as outcome,
      coalesce(blocked.seats, short.areas, alone.seats) as culprits
    from request r
    cross join lateral (select count(*) from wanted where wanted.n = r.n) new
    cross join lateral (
      select jsonb_agg(place order by place) as seats from seat where seat.n = r.n and taken and not own
    ) blocked
    cross join lateral (
      select jsonb_agg(area.area) as areas from area
      where area.n = r.n and cardinality(area.places) < jsonb_array_length(area.ids)
    ) short
    cross join lateral (
      -- The cart is locked: what it holds now it still holds when this is written.
      select jsonb_agg(seat.place order by seat.place) as seats from seat
      where seat.n = r.n and r.wheelchair_rule = 'protected' and seat.beside is not null
        and not exists (select from seat other where other.n = r.n and other.place = any (seat.beside))
        and not exists (
          select from claim
          where cart_id = r.cart and performance_id = r.performance and state = 'held' and until > at
            and place = any (seat.beside))
    ) alone
    cross join lateral (
      select count(*) as every, count(*) filter (where performance_id = r.performance) as same
      from claim where cart_id = r.cart and state = 'held' and until > at
    ) hold
  ),
  capped as materialized (
    select judged.*, case
      when judged.outcome is not null then judged.outcome
      when wanted > 0 and max_held < known.count + sum(wanted) filter (where judged.outcome is null)
        over (partition by address order by n) then 'address_cap_reached'
      else 'held'
    end as verdict
    from judged
    cross join lateral (
      select count(*) from (
        select from claim where claim.address = judged.address and state = 'held' and until > at limit judged.max_held
      ) held
    ) known
  ),
  taking as materialized (
    select c.n, c.performance, c.cart, c.address, c.ends, w.place, w.price_type, w.id
    from capped c join wanted w on w.n = c.n
    where c.verdict = 'held'
    order by c.performance, w.place collate "C"
  ),
  taken as (
    insert into claim (performance_id, place, id, state, until, cart_id, price_type, address)
    select performance, place, id, 'held', ends, cart, price_type, address from taking
    on conflict (performance_id, place) do update
      set id = excluded.id, state = excluded.state, until = excluded.until, cart_id = excluded.cart_id,
          order_id = null, price_type = excluded.price_type, address = excluded.address,
          taken_at = at
      where claim.until <= at
    returning 1
  ),
  -- Adding does not prolong; a cart in which nothing is held any more starts anew.
  started as (
    update cart set hold_started_at = at, expires_at = c.ends
    from capped c where cart.id = c.cart and c.verdict = 'held' and c.starts
  ),
  told as (
    insert into seat_change (performance_id, places)
    select performance, jsonb_object_agg(place, jsonb_build_object('state', 'held', 'until', extract(epoch from ends)))
    from taking group by n, performance
  ),
  noted as (
    insert into idempotency (cart_id, key, request_hash)
    select cart, key, hash from capped where verdict = 'held' and key is not null
  )
  select jsonb_agg(jsonb_build_array(verdict, culprits, cart) order by n),
      (select count(*) from taking), (select count(*) from taken)
    into outcomes, due, written
    from capped;

  if written < due then
    -- Somebody without the lock came in between. Nothing of this transaction stands; it is tried again.
    raise exception 'a place was taken in between' using errcode = 'serialization_failure';
  end if;
  return (
    select jsonb_agg(jsonb_build_object(
      'outcome', o->0, 'seats', o->1,
      'cart', case when o->>0 in ('held', 'replayed') then cart_state((o->>2)::uuid) end) order by n)
    from jsonb_array_elements(outcomes) with ordinality as answers(o, n)
  );
end
$$;
