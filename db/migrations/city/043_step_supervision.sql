-- A step that looks after an organisation says how: counted, once it is done, beside the checks that were recorded.
alter table procedure_step add column supervision text
  constraint procedure_step_supervision_check check (supervision in ('off_site', 'on_site'));
