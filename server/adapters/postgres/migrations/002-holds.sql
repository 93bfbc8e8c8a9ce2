-- Who gets which place. Every writer locks in the same order: carts, then performances, then claims, each sorted.
-- The lock on a performance keeps other takers of its places out; the primary key of claim would refuse them anyway.
-- Time is the database's clock, read after the locks are there.

-- Lets one transaction at a time take places of a performance. Giving places back needs no lock.
create function lock_performance(performance text) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended(current_schema() || '/' || performance, 0))
$$;

-- Tells those who follow along what became of places, given as place -> state. Called while the places are still locked.
create function note_change(performance text, places text[], state text, until timestamptz) returns void language sql as $$
  insert into seat_change (performance_id, places)
  select performance, jsonb_object_agg(place, jsonb_build_object(
    'state', state, 'until', case when isfinite(until) then extract(epoch from until) end))
  from unnest(places) place
  having count(*) > 0
$$;

-- A cart as it is at this moment: what is still held, oldest performance and place first.
create function cart_state(wanted uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'id', cart.id,
    'order', cart.order_id,
    'expiresAt', case when claims.held then extract(epoch from cart.expires_at) end,
    'secondsLeft', case when claims.held
      then greatest(0, floor(extract(epoch from cart.expires_at - clock_timestamp()))) end,
    'extendable', coalesce(claims.held, false) and cart.order_id is null
      and cart.expires_at < cart.hold_started_at + interval '2 hours',
    'claims', coalesce(claims.lines, '[]'))
  from cart
  cross join lateral (
    select jsonb_agg(jsonb_build_object(
      'id', claim.id, 'performance', claim.performance_id, 'place', claim.place, 'priceType', claim.price_type)
      order by claim.performance_id, claim.place) as lines, bool_or(claim.state = 'held') as held
    from claim
    where claim.cart_id = cart.id and (claim.state = 'sold' or claim.until > clock_timestamp())
  ) claims
  where cart.id = wanted
$$;

-- Holds the places of one request, all or none. The locks are held by the caller, so what is read here stays true.
-- { cart, performance, seats: [{ place, priceType, id }], areas: [{ area, capacity, priceType, ids }],
--   key, hash, maxHeld } -> { outcome, seats?, cart? }
create function hold_request(request jsonb) returns jsonb language plpgsql as $$
declare
  the_cart cart;
  offer performance;
  known_hash text;
  at timestamptz;
  ends timestamptz;
  area record;
  wanted jsonb;
  picked jsonb;
  taken jsonb;
  written integer;
begin
  select * into the_cart from cart where id = (request->>'cart')::uuid;
  if not found then
    return jsonb_build_object('outcome', 'token_invalid');
  end if;
  if request->>'key' is not null then
    select request_hash into known_hash from idempotency where cart_id = the_cart.id and key = request->>'key';
    if known_hash = request->>'hash' then
      return jsonb_build_object('outcome', 'replayed', 'cart', cart_state(the_cart.id));
    elsif known_hash is not null then
      return jsonb_build_object('outcome', 'idempotency_key_reused');
    end if;
  end if;
  if the_cart.order_id is not null then
    return jsonb_build_object('outcome', 'cart_closed');
  end if;
  select * into offer from performance where id = request->>'performance';
  if not found then
    return jsonb_build_object('outcome', 'performance_unknown');
  end if;
  at := clock_timestamp();
  if offer.cancelled or at < offer.on_sale_at or at >= coalesce(offer.sale_ends_at, offer.starts_at) then
    return jsonb_build_object('outcome', 'not_on_sale');
  end if;

  -- Rows that exist are locked, so that nobody prolongs a claim that is about to be taken over.
  perform from claim
    where performance_id = offer.id
      and place in (select seat->>'place' from jsonb_array_elements(request->'seats') seat)
    order by place for update;
  select jsonb_agg(claim.place order by claim.place) filter (
        where claim.place is not null and claim.cart_id is distinct from the_cart.id),
      coalesce(jsonb_agg(seat) filter (where claim.place is null), '[]')
    into taken, wanted
    from jsonb_array_elements(request->'seats') seat
    left join claim on claim.performance_id = offer.id and claim.place = seat->>'place' and claim.until > at;
  if taken is not null then
    return jsonb_build_object('outcome', 'seats_taken', 'seats', taken);
  end if;

  for area in
    select * from jsonb_to_recordset(request->'areas') as a(area text, capacity integer, "priceType" text, ids jsonb)
  loop
    select jsonb_agg(jsonb_build_object('place', free.place, 'priceType', area."priceType", 'id', area.ids->(rank - 1)::integer))
      into picked
      from (
        select name.place, row_number() over () as rank
        from generate_series(1, area.capacity) n
        cross join lateral (select area.area || '#' || n as place) name
        where not exists (
          select from claim where performance_id = offer.id and claim.place = name.place and until > at)
        limit jsonb_array_length(area.ids)
      ) free;
    if coalesce(jsonb_array_length(picked), 0) < jsonb_array_length(area.ids) then
      return jsonb_build_object('outcome', 'area_full', 'seats', jsonb_build_array(area.area));
    end if;
    wanted := wanted || picked;
  end loop;

  if jsonb_array_length(wanted) > 0 then
    if offer.max_places_per_cart < jsonb_array_length(wanted) + (
      select count(*) from claim where cart_id = the_cart.id and performance_id = offer.id and until > at
    ) then
      return jsonb_build_object('outcome', 'too_many_places');
    end if;
    if (request->>'maxHeld')::integer < jsonb_array_length(wanted) + (
      select count(*) from claim where address = the_cart.address and state = 'held' and until > at
    ) then
      return jsonb_build_object('outcome', 'address_cap_reached');
    end if;

    -- Adding does not prolong; a cart in which nothing is held any more starts anew.
    if exists (select from claim where cart_id = the_cart.id and state = 'held' and until > at) then
      ends := the_cart.expires_at;
    else
      ends := at + interval '10 minutes';
      update cart set hold_started_at = at, expires_at = ends where id = the_cart.id;
    end if;

    insert into claim (performance_id, place, id, state, until, cart_id, price_type, address)
      select offer.id, w.place, w.id, 'held', ends, the_cart.id, w."priceType", the_cart.address
      from jsonb_to_recordset(wanted) as w(place text, id uuid, "priceType" text)
      order by w.place
      on conflict (performance_id, place) do update
        set id = excluded.id, state = excluded.state, until = excluded.until, cart_id = excluded.cart_id,
            order_id = null, price_type = excluded.price_type, address = excluded.address
        where claim.until <= at;
    get diagnostics written = row_count;
    if written < jsonb_array_length(wanted) then
      -- Somebody without the lock came in between. Nothing of this transaction stands; it is tried again.
      raise exception 'a place was taken in between' using errcode = 'serialization_failure';
    end if;
    perform note_change(offer.id, array(select w->>'place' from jsonb_array_elements(wanted) w), 'held', ends);
  end if;

  if request->>'key' is not null then
    insert into idempotency (cart_id, key, request_hash) values (the_cart.id, request->>'key', request->>'hash');
  end if;
  return jsonb_build_object('outcome', 'held', 'cart', cart_state(the_cart.id));
end
$$;

-- Holds for many requests in one round trip and one commit; the answers are in the order of the requests. A request
-- that fails changes nothing; one that overlaps with an earlier one finds the earlier one's places taken.
create function hold_places(requests jsonb) returns jsonb language plpgsql as $$
declare
  request jsonb;
  answers jsonb := '[]';
begin
  perform from cart
    where id in (select (r->>'cart')::uuid from jsonb_array_elements(requests) r)
    order by id for update;
  perform lock_performance(name) from (
    select distinct r->>'performance' as name from jsonb_array_elements(requests) r order by 1
  ) performances;
  for request in select value from jsonb_array_elements(requests) loop
    answers := answers || jsonb_build_array(hold_request(request));
  end loop;
  return answers;
end
$$;

-- Makes an order's places sold, all or none. Places whose hold ran out are taken back when they are still free.
-- lines: [{ performance, place, priceType, id }]. Returns the places that are lost; empty when all are sold.
create function sell_places(the_order uuid, the_cart uuid, lines jsonb) returns text[] language plpgsql as $$
declare
  at timestamptz;
  lost text[];
  line record;
  written integer;
begin
  perform from cart where id = the_cart for update;
  perform lock_performance(name) from (
    select distinct l->>'performance' as name from jsonb_array_elements(lines) l order by 1
  ) performances;
  perform from claim
    where (performance_id, place) in (select l->>'performance', l->>'place' from jsonb_array_elements(lines) l)
    order by performance_id, place for update;
  at := clock_timestamp();
  select array_agg(claim.place order by claim.performance_id, claim.place) into lost
    from claim
    join jsonb_array_elements(lines) l on claim.performance_id = l->>'performance' and claim.place = l->>'place'
    where claim.until > at and claim.order_id is distinct from the_order;
  if lost is not null then
    return lost;
  end if;
  insert into claim (performance_id, place, id, state, until, cart_id, order_id, price_type)
    select l.performance, l.place, l.id, 'sold', 'infinity', the_cart, the_order, l."priceType"
    from jsonb_to_recordset(lines) as l(performance text, place text, id uuid, "priceType" text)
    order by l.performance, l.place
    on conflict (performance_id, place) do update
      set id = excluded.id, state = 'sold', until = 'infinity', cart_id = excluded.cart_id,
          order_id = excluded.order_id, price_type = excluded.price_type, address = null
      where claim.until <= at or claim.order_id = the_order;
  get diagnostics written = row_count;
  if written < jsonb_array_length(lines) then
    raise exception 'a place was taken in between' using errcode = 'serialization_failure';
  end if;
  for line in
    select l->>'performance' as performance, array_agg(l->>'place') as places from jsonb_array_elements(lines) l group by 1
  loop
    perform note_change(line.performance, line.places, 'sold', 'infinity');
  end loop;
  return '{}';
end
$$;
