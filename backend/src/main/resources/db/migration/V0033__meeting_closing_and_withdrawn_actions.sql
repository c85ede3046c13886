-- What is written of a talk before it is closed, talks that were recorded by mistake, and actions that are no longer asked.
CREATE TABLE meeting_closing (
  meeting_id BIGINT NOT NULL COMMENT 'A meeting that is not closed yet',
  held_on DATE NULL COMMENT 'Day on which it was held; empty while none is written',
  summary TEXT NOT NULL COMMENT 'What was said, so far; for those who close it only',
  agreements TEXT NOT NULL COMMENT 'JSON: a list of {text, due}, so far',
  written_by BIGINT NOT NULL COMMENT 'Who wrote it last',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (meeting_id),
  KEY ix_meeting_closing_written_by (written_by),
  CONSTRAINT fk_meeting_closing_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
  CONSTRAINT fk_meeting_closing_written_by FOREIGN KEY (written_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Draft of what a meeting came to; gone once it is closed';

ALTER TABLE meeting
  MODIFY state VARCHAR(20) NOT NULL COMMENT 'PLANNED, HELD, CANCELLED or VOIDED; what is held counts by its day';

ALTER TABLE meeting_change
  MODIFY moved_to DATE NULL COMMENT 'New day; empty: it was cancelled, or voided after it was closed';

ALTER TABLE collegium_action
  ADD withdrawn_on DATE NULL COMMENT 'Day on which a new version of the outcome withdrew it; empty while it stands',
  ADD withdrawn_by BIGINT NULL COMMENT 'The clinic head who withdrew it',
  ADD KEY ix_collegium_action_withdrawn_by (withdrawn_by),
  ADD CONSTRAINT fk_collegium_action_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES person (id);

-- Calendars are seen by colleagues: no address there says that a doctor has a support plan.
UPDATE appointment a
  JOIN support_plan_follow_up f ON f.id = a.record_id
  JOIN support_plan s ON s.id = f.support_plan_id
  SET a.path = CONCAT('meetings/', s.programme_id)
  WHERE a.kind = 'SUPPORT_PLAN';
