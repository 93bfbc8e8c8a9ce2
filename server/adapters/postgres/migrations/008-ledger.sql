-- Books of a centre in double entry, and what it owes and is owed by those it sells with. Both are only ever added to.

alter table agreement add constraint agreement_role unique (id, role);

-- One line on the account with a partner (contract: Entry), as its owner made it; `role` is ours in the agreement.
create table entry (
  agreement_id uuid not null,
  id uuid not null,
  role text not null,
  reservation_id uuid not null,
  line_id uuid not null,
  performance_id text not null,
  place text not null,
  kind text not null check (kind in ('sale', 'commission', 'admin', 'refund', 'commission-refund', 'admin-refund')),
  cents integer not null,
  vat text not null,
  at timestamptz not null,
  -- The Belgian month of `at`.
  period text not null check (period ~ '^\d{4}-\d{2}$'),
  -- SHA-256 of the entry's canonical text; the partner has the same.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  booked_at timestamptz not null default clock_timestamp(),
  -- An id is its owner's to give: no partner can take one that another needs.
  primary key (agreement_id, id),
  foreign key (agreement_id, role) references agreement (id, role),
  -- A line is sold once and undone once.
  unique (agreement_id, line_id, kind)
);
create index entry_period on entry (agreement_id, period, id);

-- A side of a booking: cents above zero are a debit, below zero a credit. What belongs to one (kind, reference) is zero
-- together.
create table posting (
  kind text not null check (kind in ('entry', 'sale', 'return', 'payment', 'refund', 'chargeback')),
  reference text not null,
  position smallint not null,
  account text not null,
  cents integer not null check (cents <> 0),
  vat text,
  agreement_id uuid references agreement (id),
  order_id uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (kind, reference, position),
  check ((kind = 'entry') = (agreement_id is not null)),
  check ((kind = 'entry') = (order_id is null))
);
create index posting_account on posting (account, at);

create function refuse_imbalance() returns trigger language plpgsql as $$
declare wrong record;
begin
  select kind, reference, sum(cents) as cents into wrong
  from added group by kind, reference having sum(cents) <> 0 limit 1;
  if found then
    raise exception 'The postings of % % differ by % cents.', wrong.kind, wrong.reference, wrong.cents
      using errcode = 'check_violation', constraint = 'posting_balanced';
  end if;
  return null;
end $$;

-- By statement: a booking is written in one, so there is no moment at which half of it stands.
create trigger posting_balanced after insert on posting
  referencing new table as added for each statement execute function refuse_imbalance();

-- What was booked before there were two sides.
insert into posting (kind, reference, position, account, cents, vat, order_id, at)
select l.kind, l.reference, side.position,
  case when side.position = 1
    then case l.kind when 'sale' then 'buyers' else 'payments' end
    else case l.kind when 'sale' then 'ticket-revenue' else 'buyers' end end,
  case when side.position = 1 then l.cents else -l.cents end,
  case when l.kind = 'sale' then
    (select p.vat from order_line o join performance p on p.id = o.performance_id where o.id = l.reference::uuid) end,
  l.order_id, l.at
from ledger_entry l cross join (values (1), (2)) as side (position)
where l.cents <> 0;
