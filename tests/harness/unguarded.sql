-- What holding places looks like to somebody who never saw two buyers at once: look, then take. No lock, no key.
-- The tests of races run against it to show that they can see a double sale and half a hold.
alter table claim drop constraint claim_pkey;

create or replace function lock_performance(performance text) returns void language sql as $$
  select
$$;

create function hold_naively(request jsonb) returns jsonb language plpgsql as $$
declare
  seat jsonb;
begin
  for seat in select value from jsonb_array_elements(request->'seats') loop
    if exists (
      select from claim
      where performance_id = request->>'performance' and place = seat->>'place' and until > clock_timestamp()
    ) then
      -- What was taken before this one stays taken.
      return jsonb_build_object('outcome', 'seats_taken', 'seats', jsonb_build_array(seat->>'place'));
    end if;
    insert into claim (performance_id, place, id, state, until, cart_id, price_type)
    values (request->>'performance', seat->>'place', (seat->>'id')::uuid, 'held',
      clock_timestamp() + interval '10 minutes', (request->>'cart')::uuid, seat->>'priceType');
  end loop;
  update cart set expires_at = clock_timestamp() + interval '10 minutes', hold_started_at = clock_timestamp()
    where id = (request->>'cart')::uuid;
  return jsonb_build_object('outcome', 'held', 'cart', cart_state((request->>'cart')::uuid));
end
$$;

create or replace function hold_places(requests jsonb) returns jsonb language sql as $$
  select jsonb_agg(hold_naively(request)) from jsonb_array_elements(requests) request
$$;
