-- When somebody last gave places of a cart back: as things were then, and not later, is what the choice is judged by.
alter table cart add column released_at timestamptz;
