-- Surveys to doctors, supervisors, studierektor and head of a clinic. Who has answered is kept; what was answered is kept
-- without anything that leads to who said it: decision 030.

CREATE TABLE survey_round (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  edition INT NOT NULL COMMENT 'Edition of the statements (reference/survey-statements-N.csv)',
  opened_by BIGINT NOT NULL COMMENT 'Who opened it',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY ix_survey_round_opened_by (opened_by),
  CONSTRAINT fk_survey_round_opened_by FOREIGN KEY (opened_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Surveys that were opened together, at one or many clinics; their answers are pooled once all are closed';

CREATE TABLE survey (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  round_id BIGINT NOT NULL COMMENT 'Opened together with',
  clinic_id BIGINT NOT NULL COMMENT 'The clinic that it is about',
  state VARCHAR(16) NOT NULL COMMENT 'OPEN, CLOSED or CANCELLED; one that is OPEN after its last day is closed, too',
  opens_on DATE NOT NULL COMMENT 'First day to answer; those who are in a group on it are asked',
  closes_on DATE NOT NULL COMMENT 'Last day to answer; results are shown after it',
  remind_on DATE NULL COMMENT 'Day on which those who have not answered are reminded, once; null for never',
  invited BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'Whether those to ask have been asked',
  reminded BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'Whether the reminder has gone',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_survey_round (round_id),
  KEY ix_survey_clinic (clinic_id, closes_on),
  KEY ix_survey_work (state, opens_on),
  CONSTRAINT fk_survey_round FOREIGN KEY (round_id) REFERENCES survey_round (id),
  CONSTRAINT fk_survey_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='A survey at a clinic';

CREATE TABLE survey_invitee (
  survey_id BIGINT NOT NULL COMMENT 'Survey',
  person_id BIGINT NOT NULL COMMENT 'Who was asked, once, in one group',
  respondent_group VARCHAR(16) NOT NULL COMMENT 'CLINIC_HEAD, STUDIEREKTOR, SUPERVISOR or TRAINEE: the first of these that holds',
  answered BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'Whether this one has answered: to remind, and against doubles; there is no time',
  PRIMARY KEY (survey_id, person_id),
  KEY ix_survey_invitee_person (person_id, answered),
  CONSTRAINT fk_survey_invitee_survey FOREIGN KEY (survey_id) REFERENCES survey (id),
  CONSTRAINT fk_survey_invitee_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Who was asked in a survey';

CREATE TABLE survey_answer (
  id CHAR(36) NOT NULL COMMENT 'Random, one per statement: nothing joins the answers of one person',
  survey_id BIGINT NOT NULL COMMENT 'Survey',
  respondent_group VARCHAR(16) NOT NULL COMMENT 'Group of who answered',
  statement VARCHAR(8) NOT NULL COMMENT 'Code of the statement in its edition',
  answer INT NOT NULL COMMENT '4 agree fully, 3 mostly, 2 little, 1 not at all, 0 do not know or left out',
  mixed BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'Turned over in every row of a survey at each new answer, so that the engine''s mark of the last write is the same for all',
  PRIMARY KEY (id),
  KEY ix_survey_answer_survey (survey_id, respondent_group, statement),
  CONSTRAINT fk_survey_answer_survey FOREIGN KEY (survey_id) REFERENCES survey (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='One answer to one statement, without person, time and order';

CREATE TABLE survey_comment (
  id CHAR(36) NOT NULL COMMENT 'Random, so that the order says nothing of who came first',
  survey_id BIGINT NOT NULL COMMENT 'Survey',
  respondent_group VARCHAR(16) NOT NULL COMMENT 'Group of who wrote it',
  text TEXT NOT NULL COMMENT 'What was written',
  mixed BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'As in survey_answer',
  PRIMARY KEY (id),
  KEY ix_survey_comment_survey (survey_id, respondent_group),
  CONSTRAINT fk_survey_comment_survey FOREIGN KEY (survey_id) REFERENCES survey (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Free text of a survey, apart from the answers of who wrote it';
