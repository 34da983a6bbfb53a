-- A rung that has fired names its ladder by the rung (ladder_id, nth), which names the ladder: checked once, not twice.
alter table rung_fired drop constraint rung_fired_ladder_id_fkey;
