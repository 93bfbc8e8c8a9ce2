-- What went to an owner out of a buyer's payment, before any settlement; booked like entries, under the leg's id.

alter table posting drop constraint posting_kind_check;
alter table posting add constraint posting_kind_check
  check (kind in ('entry', 'share', 'sale', 'return', 'payment', 'refund', 'chargeback'));
alter table posting drop constraint posting_check;
alter table posting add constraint posting_check check ((kind in ('entry', 'share')) = (agreement_id is not null));
alter table posting drop constraint posting_check1;
alter table posting add constraint posting_check1 check ((kind in ('entry', 'share')) = (order_id is null));
