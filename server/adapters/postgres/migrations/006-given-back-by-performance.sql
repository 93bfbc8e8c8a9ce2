-- When somebody last gave places back, by performance: a choice in one hall is not judged anew because of another hall.
create table given_back (
  cart_id uuid not null references cart (id) on delete cascade,
  performance_id text not null references performance (id),
  at timestamptz not null,
  primary key (cart_id, performance_id)
);
insert into given_back (cart_id, performance_id, at)
  select distinct cart.id, claim.performance_id, cart.released_at
  from cart join claim on claim.cart_id = cart.id
  where cart.released_at is not null and claim.state = 'held';
alter table cart drop column released_at;
