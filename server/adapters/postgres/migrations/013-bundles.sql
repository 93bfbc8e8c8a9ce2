-- As seller: as parts of which subscriptions and passes a leg's places were reserved (contract: BundleLines), so that it is
-- seen when that is not what the cart wants any more. JSON null: nobody knows, because an answer was lost.
alter table leg add column bundles jsonb not null default '[]';
