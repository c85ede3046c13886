CREATE TABLE signing_pin (
  person_id BIGINT NOT NULL COMMENT 'Whose PIN',
  pin_hash VARCHAR(255) NOT NULL COMMENT 'Argon2id',
  failures INT NOT NULL COMMENT 'Wrong guesses since the last right one; above a limit the PIN must be chosen anew',
  set_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (person_id),
  CONSTRAINT fk_signing_pin_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='With what one signs on a doctor''s device';

CREATE TABLE assessment_code (
  token_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of the code''s random part, in hex',
  assessment_id BIGINT NOT NULL COMMENT 'The request that whoever scans it takes on',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  expires_at DATETIME(6) NOT NULL COMMENT 'UTC, minutes later',
  used_by BIGINT NULL COMMENT 'Who took the request on; empty while nobody has',
  PRIMARY KEY (token_hash),
  KEY ix_assessment_code_assessment (assessment_id),
  KEY ix_assessment_code_used_by (used_by),
  KEY ix_assessment_code_expires (expires_at),
  CONSTRAINT fk_assessment_code_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
  CONSTRAINT fk_assessment_code_used_by FOREIGN KEY (used_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='QR codes that a doctor shows to whoever is to assess';

-- Whether somebody has opened a record since it was sent is read from the log.
ALTER TABLE access_log ADD KEY ix_access_log_object (object_id, object_kind, actor_id);
