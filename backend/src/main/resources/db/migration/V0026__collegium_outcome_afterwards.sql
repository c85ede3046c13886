-- What follows from the outcome of a collegium: its versions, its actions and the talk about it.
CREATE TABLE collegium_outcome_version (
  outcome_id BIGINT NOT NULL COMMENT 'Outcome',
  number INT NOT NULL COMMENT '1 is what was validated in the meeting',
  content MEDIUMTEXT NOT NULL COMMENT 'JSON: the whole outcome as it was then',
  reason VARCHAR(2000) NOT NULL COMMENT 'Why it was changed; empty for the first',
  written_by BIGINT NOT NULL COMMENT 'The clinic head',
  written_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (outcome_id, number),
  KEY ix_collegium_outcome_version_written_by (written_by),
  CONSTRAINT fk_collegium_outcome_version_outcome FOREIGN KEY (outcome_id) REFERENCES collegium_outcome (id),
  CONSTRAINT fk_collegium_outcome_version_written_by FOREIGN KEY (written_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Every version of a validated outcome; only added to';

CREATE TABLE collegium_action (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  outcome_id BIGINT NOT NULL COMMENT 'Outcome',
  text VARCHAR(1000) NOT NULL COMMENT 'What is to be done',
  owner VARCHAR(20) NOT NULL COMMENT 'ActionOwner: who sees to it',
  due DATE NOT NULL COMMENT 'Until when',
  iup_kind VARCHAR(20) NOT NULL COMMENT 'IupKind of the activity that it becomes',
  iup_item_id BIGINT NULL COMMENT 'The activity of the plan (IUP) that it became; empty before the meeting is closed',
  done_on DATE NULL COMMENT 'Day on which it was said to be done',
  done_by BIGINT NULL COMMENT 'Who said so',
  PRIMARY KEY (id),
  KEY ix_collegium_action_outcome (outcome_id, due),
  KEY ix_collegium_action_iup_item (iup_item_id),
  KEY ix_collegium_action_done_by (done_by),
  CONSTRAINT fk_collegium_action_outcome FOREIGN KEY (outcome_id) REFERENCES collegium_outcome (id),
  CONSTRAINT fk_collegium_action_iup_item FOREIGN KEY (iup_item_id) REFERENCES iup_item (id),
  CONSTRAINT fk_collegium_action_done_by FOREIGN KEY (done_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What a collegium decided that is to be done';

CREATE TABLE collegium_talk (
  outcome_id BIGINT NOT NULL COMMENT 'Outcome that is told',
  state VARCHAR(20) NOT NULL COMMENT 'PLANNED or HELD',
  held_on DATE NOT NULL COMMENT 'Day; ahead while it is planned',
  starts_at TIME NULL COMMENT 'Time in Sweden; empty takes the whole day',
  place VARCHAR(200) NOT NULL COMMENT 'Where; may be empty',
  recorded_by BIGINT NOT NULL COMMENT 'Who entered it',
  recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (outcome_id),
  KEY ix_collegium_talk_recorded_by (recorded_by),
  CONSTRAINT fk_collegium_talk_outcome FOREIGN KEY (outcome_id) REFERENCES collegium_outcome (id),
  CONSTRAINT fk_collegium_talk_recorded_by FOREIGN KEY (recorded_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Återkopplingssamtal: a doctor is told the outcome of a collegium';
