CREATE TABLE supervision (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Whose portfolio',
  supervisor_id BIGINT NOT NULL COMMENT 'With whom; the one who signs',
  held_on DATE NOT NULL COMMENT 'Day of the session, or the day it is planned for',
  iup_reviewed BOOLEAN NOT NULL COMMENT 'Whether the IUP was followed up',
  minutes TEXT NOT NULL COMMENT 'For the doctor and this session''s supervisor only',
  agreed TEXT NOT NULL COMMENT 'What was agreed; for the same two',
  state VARCHAR(16) NOT NULL COMMENT 'PLANNED, DRAFT, SENT, SIGNED, RETURNED, WITHDRAWN; voided is a row in voiding',
  created_by BIGINT NOT NULL COMMENT 'Who started it',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC, last time it was saved',
  sent_at DATETIME(6) NULL COMMENT 'UTC, last time it was sent',
  signed_at DATETIME(6) NULL COMMENT 'UTC',
  signed_by BIGINT NULL COMMENT 'Who signed',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_supervision_programme (programme_id, held_on),
  KEY ix_supervision_supervisor (supervisor_id, state, sent_at),
  KEY ix_supervision_created_by (created_by),
  KEY ix_supervision_signed_by (signed_by),
  CONSTRAINT fk_supervision_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_supervision_supervisor FOREIGN KEY (supervisor_id) REFERENCES person (id),
  CONSTRAINT fk_supervision_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  CONSTRAINT fk_supervision_signed_by FOREIGN KEY (signed_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Handledningssamtal; once signed no row of it can change';

CREATE TABLE supervision_goal (
  supervision_id BIGINT NOT NULL COMMENT 'Session',
  goal_code VARCHAR(16) NOT NULL COMMENT 'Goal discussed',
  PRIMARY KEY (supervision_id, goal_code),
  CONSTRAINT fk_supervision_goal_supervision FOREIGN KEY (supervision_id) REFERENCES supervision (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Goals discussed at a supervision session';

CREATE TABLE assessment_template (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  code VARCHAR(64) NOT NULL COMMENT 'mini-cex, dops, cbd …',
  version INT NOT NULL COMMENT 'From 1; answers point at their version for ever',
  name VARCHAR(200) NOT NULL COMMENT 'Swedish name',
  name_en VARCHAR(200) NOT NULL COMMENT 'English name',
  formal BOOLEAN NOT NULL COMMENT 'Counts for the indicator ASSESSMENT',
  competences VARCHAR(200) NOT NULL COMMENT 'General competences that it shows, comma separated',
  definition TEXT NOT NULL COMMENT 'Fields as JSON',
  published_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uq_assessment_template (code, version)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='One version of an assessment form; never changes';

CREATE TABLE assessment (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Whose portfolio',
  template_id BIGINT NOT NULL COMMENT 'Version of the form',
  assessor_id BIGINT NOT NULL COMMENT 'Who assesses and signs',
  observed_on DATE NOT NULL COMMENT 'Day of the observation',
  context VARCHAR(2000) NOT NULL COMMENT 'Situation, never a patient''s identity',
  competences VARCHAR(200) NOT NULL COMMENT 'General competences added by the one who asks, comma separated',
  state VARCHAR(16) NOT NULL COMMENT 'DRAFT, SENT, SIGNED, RETURNED, DECLINED, WITHDRAWN, EXPIRED; voided is a row in voiding',
  answers TEXT NOT NULL COMMENT 'Answers of the fields as JSON',
  overall INT NULL COMMENT 'Independence 1-4; empty is not observed',
  do_more TEXT NOT NULL COMMENT 'Gör mer av',
  work_on TEXT NOT NULL COMMENT 'Arbeta vidare med',
  created_by BIGINT NOT NULL COMMENT 'Who started it',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC, last time it was saved',
  sent_at DATETIME(6) NULL COMMENT 'UTC, last time it was sent',
  signed_at DATETIME(6) NULL COMMENT 'UTC',
  signed_by BIGINT NULL COMMENT 'Who signed',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_assessment_programme (programme_id, observed_on),
  KEY ix_assessment_assessor (assessor_id, state, sent_at),
  KEY ix_assessment_state (state, sent_at),
  KEY ix_assessment_template (template_id),
  KEY ix_assessment_created_by (created_by),
  KEY ix_assessment_signed_by (signed_by),
  CONSTRAINT fk_assessment_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_assessment_template FOREIGN KEY (template_id) REFERENCES assessment_template (id),
  CONSTRAINT fk_assessment_assessor FOREIGN KEY (assessor_id) REFERENCES person (id),
  CONSTRAINT fk_assessment_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  CONSTRAINT fk_assessment_signed_by FOREIGN KEY (signed_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Assessment of a doctor; once signed no row of it can change';

CREATE TABLE assessment_goal (
  assessment_id BIGINT NOT NULL COMMENT 'Assessment',
  goal_code VARCHAR(16) NOT NULL COMMENT 'Goal that it is linked to',
  PRIMARY KEY (assessment_id, goal_code),
  CONSTRAINT fk_assessment_goal_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Goals of an assessment';

CREATE TABLE assessment_draft (
  assessment_id BIGINT NOT NULL COMMENT 'Assessment',
  assessor_id BIGINT NOT NULL COMMENT 'Whose draft; nobody else reads it',
  answers TEXT NOT NULL COMMENT 'Answers so far as JSON',
  overall INT NULL COMMENT 'Independence 1-4; empty is not observed or not chosen yet',
  do_more TEXT NOT NULL COMMENT 'Gör mer av, so far',
  work_on TEXT NOT NULL COMMENT 'Arbeta vidare med, so far',
  saved_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (assessment_id, assessor_id),
  KEY ix_assessment_draft_assessor (assessor_id),
  CONSTRAINT fk_assessment_draft_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
  CONSTRAINT fk_assessment_draft_assessor FOREIGN KEY (assessor_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='An assessor''s unsigned answer, saved as it is written';

CREATE TABLE state_change (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  record_kind VARCHAR(16) NOT NULL COMMENT 'SUPERVISION or ASSESSMENT',
  record_id BIGINT NOT NULL COMMENT 'The record',
  from_state VARCHAR(16) NULL COMMENT 'Empty at the start',
  to_state VARCHAR(16) NOT NULL COMMENT 'The new state',
  actor_id BIGINT NULL COMMENT 'Who; empty for the clock (expiry)',
  changed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  reason VARCHAR(2000) NULL COMMENT 'Why, where a reason is asked for',
  PRIMARY KEY (id),
  KEY ix_state_change_record (record_kind, record_id, id),
  KEY ix_state_change_actor (actor_id),
  CONSTRAINT fk_state_change_actor FOREIGN KEY (actor_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Every change of state with who, when and why; append only';

CREATE TABLE voiding (
  record_kind VARCHAR(16) NOT NULL COMMENT 'SUPERVISION or ASSESSMENT',
  record_id BIGINT NOT NULL COMMENT 'The signed record that no longer counts',
  voided_by BIGINT NOT NULL COMMENT 'Who voided it',
  voided_at DATETIME(6) NOT NULL COMMENT 'UTC',
  reason VARCHAR(2000) NOT NULL COMMENT 'Why',
  PRIMARY KEY (record_kind, record_id),
  KEY ix_voiding_voided_by (voided_by),
  CONSTRAINT fk_voiding_person FOREIGN KEY (voided_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Makulering: takes a signed record out of every count without touching it; append only';

CREATE TRIGGER supervision_signed_update BEFORE UPDATE ON supervision FOR EACH ROW
BEGIN
  IF OLD.state = 'SIGNED' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed supervision session cannot change'; END IF;
END;
CREATE TRIGGER supervision_signed_delete BEFORE DELETE ON supervision FOR EACH ROW
BEGIN
  IF OLD.state = 'SIGNED' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed supervision session cannot be deleted'; END IF;
END;
CREATE TRIGGER supervision_goal_signed_insert BEFORE INSERT ON supervision_goal FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM supervision s WHERE s.id = NEW.supervision_id AND s.state = 'SIGNED') THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed supervision session cannot change'; END IF;
END;
CREATE TRIGGER supervision_goal_signed_update BEFORE UPDATE ON supervision_goal FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM supervision s WHERE s.id IN (OLD.supervision_id, NEW.supervision_id) AND s.state = 'SIGNED') THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed supervision session cannot change'; END IF;
END;
CREATE TRIGGER supervision_goal_signed_delete BEFORE DELETE ON supervision_goal FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM supervision s WHERE s.id = OLD.supervision_id AND s.state = 'SIGNED') THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed supervision session cannot change'; END IF;
END;
CREATE TRIGGER assessment_signed_update BEFORE UPDATE ON assessment FOR EACH ROW
BEGIN
  IF OLD.state = 'SIGNED' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed assessment cannot change'; END IF;
END;
CREATE TRIGGER assessment_signed_delete BEFORE DELETE ON assessment FOR EACH ROW
BEGIN
  IF OLD.state = 'SIGNED' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed assessment cannot be deleted'; END IF;
END;
CREATE TRIGGER assessment_goal_signed_insert BEFORE INSERT ON assessment_goal FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM assessment a WHERE a.id = NEW.assessment_id AND a.state = 'SIGNED') THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed assessment cannot change'; END IF;
END;
CREATE TRIGGER assessment_goal_signed_update BEFORE UPDATE ON assessment_goal FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM assessment a WHERE a.id IN (OLD.assessment_id, NEW.assessment_id) AND a.state = 'SIGNED') THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed assessment cannot change'; END IF;
END;
CREATE TRIGGER assessment_goal_signed_delete BEFORE DELETE ON assessment_goal FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM assessment a WHERE a.id = OLD.assessment_id AND a.state = 'SIGNED') THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed assessment cannot change'; END IF;
END;
-- A signed record hangs on its programme: nobody may hand the programme, and with it the record, to another doctor.
CREATE TRIGGER programme_person_update BEFORE UPDATE ON programme FOR EACH ROW
BEGIN
  IF NOT (OLD.person_id = NEW.person_id AND OLD.id = NEW.id) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A programme cannot change its doctor'; END IF;
END;
