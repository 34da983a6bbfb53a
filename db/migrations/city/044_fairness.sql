-- How even tasks are given: over how many working days it is reckoned, and from which day on it holds.
alter table fairness_rule add column days integer not null default 5 check (days between 1 and 20);
alter table fairness_rule add column holds_from date;
update fairness_rule set holds_from = (at at time zone 'Asia/Shanghai')::date;
alter table fairness_rule alter column holds_from set not null;
