CREATE TABLE goal_evidence (
  programme_id BIGINT NOT NULL COMMENT 'Whose portfolio',
  goal_code VARCHAR(16) NOT NULL COMMENT 'Goal that the record shows',
  record_kind VARCHAR(16) NOT NULL COMMENT 'SUPERVISION or ASSESSMENT',
  record_id BIGINT NOT NULL COMMENT 'The signed record; it does not name the goal itself and never changes',
  linked_by BIGINT NOT NULL COMMENT 'Who linked it',
  linked_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (programme_id, goal_code, record_kind, record_id),
  KEY ix_goal_evidence_record (record_kind, record_id),
  KEY ix_goal_evidence_linked_by (linked_by),
  CONSTRAINT fk_goal_evidence_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_goal_evidence_linked_by FOREIGN KEY (linked_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Underlag: signed records linked to a goal after they were signed';

CREATE TABLE goal_attestation (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Whose portfolio',
  curriculum_id BIGINT NOT NULL COMMENT 'Edition that the goal stood in',
  goal_code VARCHAR(16) NOT NULL COMMENT 'Goal',
  statement VARCHAR(2000) NOT NULL COMMENT 'How it was checked that the goal is reached; may be empty',
  attested_by BIGINT NOT NULL COMMENT 'The main supervisor of that day',
  attested_at DATETIME(6) NOT NULL COMMENT 'UTC',
  attested_on DATE NOT NULL COMMENT 'The day, in Sweden',
  PRIMARY KEY (id),
  KEY ix_goal_attestation_programme (programme_id, goal_code),
  KEY ix_goal_attestation_curriculum (curriculum_id),
  KEY ix_goal_attestation_attested_by (attested_by),
  CONSTRAINT fk_goal_attestation_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_goal_attestation_curriculum FOREIGN KEY (curriculum_id) REFERENCES curriculum (id),
  CONSTRAINT fk_goal_attestation_attested_by FOREIGN KEY (attested_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Intygat delmål; append only, taken back by a row of its own';

CREATE TABLE goal_attestation_evidence (
  attestation_id BIGINT NOT NULL COMMENT 'Attestation',
  record_kind VARCHAR(16) NOT NULL COMMENT 'SUPERVISION or ASSESSMENT',
  record_id BIGINT NOT NULL COMMENT 'The signed record',
  PRIMARY KEY (attestation_id, record_kind, record_id),
  KEY ix_goal_attestation_evidence_record (record_kind, record_id),
  CONSTRAINT fk_goal_attestation_evidence_attestation FOREIGN KEY (attestation_id) REFERENCES goal_attestation (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='The records that an attestation was made against; append only';

CREATE TABLE goal_attestation_withdrawal (
  attestation_id BIGINT NOT NULL COMMENT 'The attestation that no longer holds',
  withdrawn_by BIGINT NOT NULL COMMENT 'The main supervisor of that day',
  withdrawn_at DATETIME(6) NOT NULL COMMENT 'UTC',
  reason VARCHAR(2000) NOT NULL COMMENT 'Why',
  PRIMARY KEY (attestation_id),
  KEY ix_goal_attestation_withdrawal_by (withdrawn_by),
  CONSTRAINT fk_goal_attestation_withdrawal_attestation FOREIGN KEY (attestation_id) REFERENCES goal_attestation (id),
  CONSTRAINT fk_goal_attestation_withdrawal_by FOREIGN KEY (withdrawn_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='An attestation taken back, with the reason; append only';
