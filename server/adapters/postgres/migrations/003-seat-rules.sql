-- Who may sit where, by performance; see SeatRules in sdk/contract/performance.ts.
alter table performance
  add column single_seat_rule text not null default 'strict' check (single_seat_rule in ('strict', 'lenient', 'off')),
  add column wheelchair_rule text not null default 'protected' check (wheelchair_rule in ('protected', 'released'));
