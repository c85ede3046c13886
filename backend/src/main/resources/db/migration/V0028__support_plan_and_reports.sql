-- Åtgärdsplan (HSLF-FS 2021:8, 5 kap. 7 §), årsrapport and handledarrapport.
CREATE TABLE support_plan (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  state VARCHAR(20) NOT NULL COMMENT 'OPEN or ENDED',
  reason TEXT NOT NULL COMMENT 'Why the goals are at risk',
  plan_changes TEXT NOT NULL COMMENT 'How the plan (IUP) is adjusted; may be empty',
  efforts TEXT NOT NULL COMMENT 'What the care provider does; may be empty',
  demands TEXT NOT NULL COMMENT 'What is asked of the doctor, more clearly; may be empty',
  opened_on DATE NOT NULL COMMENT 'Day it began',
  opened_by BIGINT NOT NULL COMMENT 'Who opened it',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  ended_on DATE NULL COMMENT 'Day it ended',
  ended_by BIGINT NULL COMMENT 'Who ended it',
  outcome VARCHAR(30) NULL COMMENT 'SupportOutcome',
  outcome_note TEXT NULL COMMENT 'The outcome in words',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_support_plan_programme (programme_id, opened_on),
  KEY ix_support_plan_opened_by (opened_by),
  KEY ix_support_plan_ended_by (ended_by),
  CONSTRAINT fk_support_plan_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_support_plan_opened_by FOREIGN KEY (opened_by) REFERENCES person (id),
  CONSTRAINT fk_support_plan_ended_by FOREIGN KEY (ended_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Åtgärdsplaner of doctors at risk of not reaching the goals; for those concerned only';

CREATE TABLE support_plan_follow_up (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  support_plan_id BIGINT NOT NULL COMMENT 'Support plan',
  due_on DATE NOT NULL COMMENT 'Day agreed',
  starts_at TIME NULL COMMENT 'Time in Sweden; empty where only the day is known',
  held_on DATE NULL COMMENT 'Day it was held; empty while it is ahead',
  result TEXT NOT NULL COMMENT 'What was seen; empty while it is ahead',
  noted_by BIGINT NULL COMMENT 'Who noted the result',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_support_plan_follow_up_plan (support_plan_id, due_on),
  KEY ix_support_plan_follow_up_noted_by (noted_by),
  CONSTRAINT fk_support_plan_follow_up_plan FOREIGN KEY (support_plan_id) REFERENCES support_plan (id),
  CONSTRAINT fk_support_plan_follow_up_noted_by FOREIGN KEY (noted_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='When a support plan is followed up, and what was seen';

CREATE TABLE annual_report (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  from_day DATE NOT NULL COMMENT 'First day that it tells of',
  to_day DATE NOT NULL COMMENT 'Last day that it tells of',
  state VARCHAR(20) NOT NULL COMMENT 'DRAFT or SENT',
  facts MEDIUMTEXT NOT NULL COMMENT 'AnnualFacts as JSON: what the portfolio said when it was drafted or renewed',
  words TEXT NOT NULL COMMENT 'The doctor''s own words by section, as JSON',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  sent_at DATETIME(6) NULL COMMENT 'UTC; from then on nothing of it changes',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  UNIQUE KEY uq_annual_report (programme_id, to_day),
  CONSTRAINT fk_annual_report_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Årsrapporter: a doctor''s year, drafted from the portfolio';

CREATE TABLE supervisor_report (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  annual_report_id BIGINT NOT NULL COMMENT 'The yearly report that it comments',
  author_id BIGINT NOT NULL COMMENT 'The main supervisor who writes it',
  state VARCHAR(20) NOT NULL COMMENT 'DRAFT or SENT',
  progress TEXT NOT NULL COMMENT 'How the training goes; may be empty in a draft',
  strengths TEXT NOT NULL COMMENT 'Strengths; may be empty',
  development TEXT NOT NULL COMMENT 'What to develop; may be empty',
  needs TEXT NOT NULL COMMENT 'What the doctor or the supervisor needs of the clinic; may be empty',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  sent_at DATETIME(6) NULL COMMENT 'UTC; from then on nothing of it changes',
  read_by BIGINT NULL COMMENT 'The studierektor who has read both',
  read_at DATETIME(6) NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  UNIQUE KEY uq_supervisor_report (annual_report_id),
  KEY ix_supervisor_report_author (author_id),
  KEY ix_supervisor_report_read_by (read_by),
  CONSTRAINT fk_supervisor_report_annual FOREIGN KEY (annual_report_id) REFERENCES annual_report (id),
  CONSTRAINT fk_supervisor_report_author FOREIGN KEY (author_id) REFERENCES person (id),
  CONSTRAINT fk_supervisor_report_read_by FOREIGN KEY (read_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Handledarrapporter: a main supervisor''s words on a doctor''s year';
