-- A buyer may correct where the mails of an order go; see server/features/orders/email.ts. The address before is here only
-- until its owner was told.
alter table orders
  add column email_changes integer not null default 0,
  add column email_before text;
