-- Assessors without an account answer by a one-time link; what looks odd about that is told to the studierektor.
CREATE TABLE assessment_link (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  token_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of the token in the link; the token is kept nowhere',
  assessment_id BIGINT NOT NULL COMMENT 'What is asked',
  email VARCHAR(254) NOT NULL COMMENT 'Where it was sent',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  expires_at DATETIME(6) NOT NULL COMMENT 'UTC; with the request',
  asker_device CHAR(64) NULL COMMENT 'Hash of the device that asked, where it was a browser',
  closed_at DATETIME(6) NULL COMMENT 'UTC; it no longer works',
  closed_as VARCHAR(16) NULL COMMENT 'Why: SIGNED, DECLINED, FORWARDED, WITHDRAWN, EXPIRED, RENEWED',
  PRIMARY KEY (id),
  UNIQUE KEY uq_assessment_link_token (token_hash),
  KEY ix_assessment_link_assessment (assessment_id, closed_at),
  CONSTRAINT fk_assessment_link_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='One-time link with which somebody without account answers';

CREATE TABLE assessment_link_answer (
  assessment_id BIGINT NOT NULL COMMENT 'What is asked',
  email VARCHAR(254) NOT NULL COMMENT 'Whose answer; a newer link to the same address goes on with it',
  name VARCHAR(200) NOT NULL COMMENT 'Name so far',
  title VARCHAR(200) NOT NULL COMMENT 'Title so far',
  workplace VARCHAR(200) NOT NULL COMMENT 'Workplace so far',
  specialty VARCHAR(200) NOT NULL COMMENT 'Specialty so far',
  answers TEXT NOT NULL COMMENT 'Answers so far as JSON',
  overall INT NULL COMMENT 'Independence 1-4, 0 is not observed; empty is not chosen yet',
  do_more TEXT NOT NULL COMMENT 'Gör mer av, so far',
  work_on TEXT NOT NULL COMMENT 'Arbeta vidare med, so far',
  saved_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (assessment_id, email),
  CONSTRAINT fk_assessment_link_answer_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='An unsigned answer by link, saved as it is written';

CREATE TABLE assessment_receipt (
  token_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of the token in the receipt''s link',
  assessment_id BIGINT NOT NULL COMMENT 'What was signed',
  expires_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (token_hash),
  KEY ix_assessment_receipt_assessment (assessment_id),
  CONSTRAINT fk_assessment_receipt_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Link in the receipt with which the address tells that it was somebody else. Append only';

CREATE TABLE assessment_oddity (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  assessment_id BIGINT NOT NULL COMMENT 'Signed without sign-in',
  kind VARCHAR(24) NOT NULL COMMENT 'SAME_DEVICE, MANY_BY_ADDRESS, MANY_FOR_DOCTOR, PRIVATE_DOMAIN, REPORTED',
  detail VARCHAR(300) NOT NULL COMMENT 'The plain fact: a number, a domain, who reported',
  noticed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uq_assessment_oddity (assessment_id, kind),
  CONSTRAINT fk_assessment_oddity_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What the studierektor should look at once; a fact, no accusation. Append only';

CREATE TABLE assessment_oddity_check (
  oddity_id BIGINT NOT NULL COMMENT 'What was looked at',
  checked_by BIGINT NOT NULL COMMENT 'Studierektor',
  checked_at DATETIME(6) NOT NULL COMMENT 'UTC',
  note VARCHAR(2000) NOT NULL COMMENT 'What was found; may be empty',
  PRIMARY KEY (oddity_id),
  KEY ix_assessment_oddity_check_by (checked_by),
  CONSTRAINT fk_assessment_oddity_check_oddity FOREIGN KEY (oddity_id) REFERENCES assessment_oddity (id),
  CONSTRAINT fk_assessment_oddity_check_by FOREIGN KEY (checked_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Kontrollerad: the studierektor has looked at it. Append only';

ALTER TABLE state_change ADD actor_name VARCHAR(200) NULL COMMENT 'Who, where it was somebody without account: the name given when signing, or the address';

CREATE TABLE assessment_reminder (
  assessment_id BIGINT NOT NULL COMMENT 'What was reminded of',
  reminded_on DATE NOT NULL COMMENT 'Day in Sweden: at most one a day',
  reminded_by BIGINT NOT NULL COMMENT 'Who reminded',
  reminded_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (assessment_id, reminded_on),
  KEY ix_assessment_reminder_by (reminded_by),
  CONSTRAINT fk_assessment_reminder_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
  CONSTRAINT fk_assessment_reminder_by FOREIGN KEY (reminded_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Påminnelser of open requests. Append only';
