CREATE TABLE collegium (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  clinic_id BIGINT NOT NULL COMMENT 'Clinic',
  meets_on DATE NOT NULL COMMENT 'Day of the meeting',
  starts_at TIME NULL COMMENT 'Time in Sweden; empty takes the whole day',
  minutes INT NOT NULL DEFAULT 120 COMMENT 'How long it is planned for',
  place VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'Where; may be empty',
  headings VARCHAR(4000) NOT NULL DEFAULT '' COMMENT 'JSON: the competences as they were when it was planned; empty for the built-in ones',
  state VARCHAR(20) NOT NULL COMMENT 'PLANNED, CLOSED or CANCELLED',
  cancel_reason VARCHAR(2000) NULL COMMENT 'Why it was not held',
  created_by BIGINT NOT NULL COMMENT 'Who planned it',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  closed_by BIGINT NULL COMMENT 'The clinic head who validated the outcomes',
  closed_at DATETIME(6) NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_collegium_clinic (clinic_id, meets_on),
  KEY ix_collegium_created_by (created_by),
  KEY ix_collegium_closed_by (closed_by),
  CONSTRAINT fk_collegium_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_collegium_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  CONSTRAINT fk_collegium_closed_by FOREIGN KEY (closed_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Specialistkollegium: the specialists'' joint assessment meeting';

CREATE TABLE collegium_outcome (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  collegium_id BIGINT NOT NULL COMMENT 'Meeting',
  programme_id BIGINT NOT NULL COMMENT 'Whose outcome',
  judgement VARCHAR(20) NULL COMMENT 'ON_TRACK, NEEDS_SUPPORT or ACTION_PLAN; empty in a draft that has none yet',
  levels VARCHAR(2000) NOT NULL DEFAULT '{}' COMMENT 'JSON: CollegiumLevel by competence',
  strengths TEXT NOT NULL COMMENT 'Strengths',
  development TEXT NOT NULL COMMENT 'What to develop',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  updated_by BIGINT NULL COMMENT 'Who wrote it last',
  read_at DATETIME(6) NULL COMMENT 'UTC; when the doctor first read it',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  UNIQUE KEY uq_collegium_outcome (collegium_id, programme_id),
  KEY ix_collegium_outcome_programme (programme_id),
  KEY ix_collegium_outcome_updated_by (updated_by),
  CONSTRAINT fk_collegium_outcome_collegium FOREIGN KEY (collegium_id) REFERENCES collegium (id),
  CONSTRAINT fk_collegium_outcome_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_collegium_outcome_updated_by FOREIGN KEY (updated_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Outcome of a collegium for a doctor; counts once the meeting is closed';

CREATE TABLE collegium_trainee (
  collegium_id BIGINT NOT NULL COMMENT 'Meeting',
  programme_id BIGINT NOT NULL COMMENT 'A doctor who is to be discussed',
  off_reason VARCHAR(500) NULL COMMENT 'Bordlagd: why the doctor was taken off; empty while on the list',
  own_levels VARCHAR(2000) NULL COMMENT 'JSON: the doctor''s own rating, CollegiumLevel by competence',
  own_comment TEXT NULL COMMENT 'The doctor''s own words',
  own_at DATETIME(6) NULL COMMENT 'UTC; when the doctor last wrote',
  own_done BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'The doctor has said that the own rating is done',
  PRIMARY KEY (collegium_id, programme_id),
  KEY ix_collegium_trainee_programme (programme_id),
  CONSTRAINT fk_collegium_trainee_collegium FOREIGN KEY (collegium_id) REFERENCES collegium (id),
  CONSTRAINT fk_collegium_trainee_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Doctors of a collegium, with their own rating';

CREATE TABLE collegium_specialist (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  collegium_id BIGINT NOT NULL COMMENT 'Meeting',
  person_id BIGINT NULL COMMENT 'Who takes part; empty for an address',
  email VARCHAR(254) NULL COMMENT 'Address of somebody without account',
  token_hash CHAR(64) NULL COMMENT 'SHA-256 of the link''s random part',
  asked_at DATETIME(6) NOT NULL COMMENT 'UTC',
  answered_at DATETIME(6) NULL COMMENT 'UTC; when the short form was said to be done',
  PRIMARY KEY (id),
  UNIQUE KEY uq_collegium_specialist_person (collegium_id, person_id),
  UNIQUE KEY uq_collegium_specialist_email (collegium_id, email),
  UNIQUE KEY uq_collegium_specialist_token (token_hash),
  KEY ix_collegium_specialist_person (person_id),
  CONSTRAINT fk_collegium_specialist_collegium FOREIGN KEY (collegium_id) REFERENCES collegium (id),
  CONSTRAINT fk_collegium_specialist_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Specialists who take part in a collegium and are asked beforehand';

CREATE TABLE collegium_conflict (
  specialist_id BIGINT NOT NULL COMMENT 'Who does not take part',
  programme_id BIGINT NOT NULL COMMENT 'In whose matter',
  reason VARCHAR(500) NOT NULL COMMENT 'Jäv: why; for those who plan only',
  PRIMARY KEY (specialist_id, programme_id),
  KEY ix_collegium_conflict_programme (programme_id),
  CONSTRAINT fk_collegium_conflict_specialist FOREIGN KEY (specialist_id) REFERENCES collegium_specialist (id),
  CONSTRAINT fk_collegium_conflict_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Conflicts of interest (jäv) of a specialist for a doctor';

CREATE TABLE collegium_view (
  specialist_id BIGINT NOT NULL COMMENT 'Who says it',
  programme_id BIGINT NOT NULL COMMENT 'Of whom',
  levels VARCHAR(2000) NOT NULL COMMENT 'JSON: CollegiumLevel by competence',
  comment TEXT NOT NULL COMMENT 'May be empty',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (specialist_id, programme_id),
  KEY ix_collegium_view_programme (programme_id),
  CONSTRAINT fk_collegium_view_specialist FOREIGN KEY (specialist_id) REFERENCES collegium_specialist (id),
  CONSTRAINT fk_collegium_view_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What a specialist said of a doctor in the short form before a collegium';

CREATE TABLE collegium_competence (
  clinic_id BIGINT NOT NULL COMMENT 'Clinic',
  number INT NOT NULL COMMENT 'Place in the list, from 1',
  name VARCHAR(60) NOT NULL COMMENT 'As the clinic calls it',
  PRIMARY KEY (clinic_id, number),
  CONSTRAINT fk_collegium_competence_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Competences that a clinic''s collegium speaks of, where it has others than the built-in ones';
