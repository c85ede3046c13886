-- A clinic goes through SPUR's checklist before a review: what the figures show, what people say, what is missing.

CREATE TABLE self_evaluation (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  clinic_id BIGINT NOT NULL COMMENT 'The clinic that evaluates itself',
  regulations VARCHAR(9) NOT NULL COMMENT '2015, 2021 or 2015,2021: an item that none of them asks for is left out',
  state VARCHAR(16) NOT NULL COMMENT 'OPEN or FINISHED, which is never changed again',
  owner_id BIGINT NOT NULL COMMENT 'Whose turn it is',
  passed_at DATETIME(6) NULL COMMENT 'UTC: since when it is the owner''s turn; null where nobody has passed it on',
  started_by BIGINT NOT NULL COMMENT 'Who started it',
  started_at DATETIME(6) NOT NULL COMMENT 'UTC',
  finished_by BIGINT NULL COMMENT 'Who finished it',
  finished_on DATE NULL COMMENT 'The day whose figures are kept with it',
  survey_id BIGINT NULL COMMENT 'The survey whose result stands in it, once it is finished',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock of the whole; each item has its own',
  PRIMARY KEY (id),
  KEY ix_self_evaluation_clinic (clinic_id, started_at),
  KEY ix_self_evaluation_owner (owner_id, state),
  KEY ix_self_evaluation_started_by (started_by),
  KEY ix_self_evaluation_finished_by (finished_by),
  KEY ix_self_evaluation_survey (survey_id),
  CONSTRAINT fk_self_evaluation_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_self_evaluation_owner FOREIGN KEY (owner_id) REFERENCES person (id),
  CONSTRAINT fk_self_evaluation_started_by FOREIGN KEY (started_by) REFERENCES person (id),
  CONSTRAINT fk_self_evaluation_finished_by FOREIGN KEY (finished_by) REFERENCES person (id),
  CONSTRAINT fk_self_evaluation_survey FOREIGN KEY (survey_id) REFERENCES survey (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Självvärdering of a clinic before a review';

CREATE TABLE self_evaluation_answer (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  self_evaluation_id BIGINT NOT NULL COMMENT 'Self-evaluation',
  item_code VARCHAR(4) NOT NULL COMMENT 'Item of the checklist',
  judgement VARCHAR(10) NULL COMMENT 'MET, PARTLY, NOT_MET or UNKNOWN; null is not judged yet',
  text TEXT NOT NULL COMMENT 'What people say of it',
  action_id BIGINT NULL COMMENT 'The action that was made of it',
  changed_by BIGINT NOT NULL COMMENT 'Who wrote last',
  changed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock, from 1; an item without a row has 0',
  PRIMARY KEY (id),
  UNIQUE KEY uq_self_evaluation_answer (self_evaluation_id, item_code),
  KEY ix_self_evaluation_answer_item (item_code),
  KEY ix_self_evaluation_answer_action (action_id),
  KEY ix_self_evaluation_answer_changed_by (changed_by),
  CONSTRAINT fk_self_evaluation_answer_evaluation FOREIGN KEY (self_evaluation_id) REFERENCES self_evaluation (id),
  CONSTRAINT fk_self_evaluation_answer_item FOREIGN KEY (item_code) REFERENCES review_item (code),
  CONSTRAINT fk_self_evaluation_answer_action FOREIGN KEY (action_id) REFERENCES review_action (id),
  CONSTRAINT fk_self_evaluation_answer_changed_by FOREIGN KEY (changed_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What people answered to an item';

CREATE TABLE self_evaluation_figure (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  self_evaluation_id BIGINT NOT NULL COMMENT 'Self-evaluation',
  indicator VARCHAR(32) NOT NULL COMMENT 'IndicatorCode',
  status VARCHAR(16) NOT NULL COMMENT 'LightStatus',
  met INT NULL COMMENT 'Doctors who reach the target; null where not shown',
  applicable INT NULL COMMENT 'Doctors to whom it applies; null where not shown',
  value VARCHAR(200) NULL COMMENT 'Of what is of the clinic itself, in the language of who finished it',
  rule VARCHAR(500) NOT NULL COMMENT 'The guideline''s rule on that day, in that language',
  PRIMARY KEY (id),
  UNIQUE KEY uq_self_evaluation_figure (self_evaluation_id, indicator),
  CONSTRAINT fk_self_evaluation_figure_evaluation FOREIGN KEY (self_evaluation_id) REFERENCES self_evaluation (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='The clinic''s figures on the day on which a self-evaluation was finished; only added to';
