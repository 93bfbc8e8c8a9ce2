-- A reader of the feed goes by id, which outlives a move to another database. So ids must come in the order in which they
-- become visible: whoever writes waits for whoever wrote before, until that is committed.
create function write_feed_in_order() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(current_schema() || '/network_change', 0));
  return null;
end
$$;
-- By statement: an id is given to a row before any trigger for the row runs.
create trigger network_change_in_order before insert on network_change
  for each statement execute function write_feed_in_order();
drop index network_change_order;
alter table network_change drop column xid;
create index network_change_order on network_change (agreement_id, id);

-- What is looked through every minute for reservations whose time is over.
create index reservation_untold on reservation (cart_id) where state = 'held' and not expiry_told;
