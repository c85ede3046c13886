CREATE TABLE collegium (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  clinic_id BIGINT NOT NULL COMMENT 'Clinic',
  meets_on DATE NOT NULL COMMENT 'Day of the meeting',
  state VARCHAR(20) NOT NULL COMMENT 'PLANNED or CLOSED',
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
  judgement VARCHAR(20) NOT NULL COMMENT 'ON_TRACK, NEEDS_SUPPORT or ACTION_PLAN',
  strengths TEXT NOT NULL COMMENT 'Strengths',
  development TEXT NOT NULL COMMENT 'What to develop',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  UNIQUE KEY uq_collegium_outcome (collegium_id, programme_id),
  KEY ix_collegium_outcome_programme (programme_id),
  CONSTRAINT fk_collegium_outcome_collegium FOREIGN KEY (collegium_id) REFERENCES collegium (id),
  CONSTRAINT fk_collegium_outcome_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Outcome of a collegium for a doctor; counts once the meeting is closed';
