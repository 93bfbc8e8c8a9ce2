-- Who else can follow a performance; see accessibilitySchema and PerformanceSummary.languages in sdk/contract/performance.ts.
alter table performance
  add column accessibility text[] not null default '{}',
  add column languages text[] not null default '{}';
