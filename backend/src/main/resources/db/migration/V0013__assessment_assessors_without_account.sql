-- Who assesses may have no account, or not be known yet (a code that is scanned); how a record was signed is kept with it.
ALTER TABLE assessment
  MODIFY assessor_id BIGINT NULL COMMENT 'Who assesses and signs; empty for an assessor without account, or while nobody is named',
  ADD assessor_email VARCHAR(254) NULL COMMENT 'Where an assessor without account was asked',
  ADD assessor_name VARCHAR(200) NULL COMMENT 'Name that an assessor without account gave when signing',
  ADD assessor_title VARCHAR(200) NULL COMMENT 'Title, likewise',
  ADD assessor_workplace VARCHAR(200) NULL COMMENT 'Workplace, likewise',
  ADD assessor_specialty VARCHAR(200) NULL COMMENT 'Specialty, likewise; empty text where none',
  ADD signing_method VARCHAR(16) NOT NULL DEFAULT 'SIGNED_IN' COMMENT 'How the signer was known: SIGNED_IN, PIN, LINK; of meaning once signed',
  ADD KEY ix_assessment_assessor_email (assessor_email, state);

ALTER TABLE supervision
  ADD signing_method VARCHAR(16) NOT NULL DEFAULT 'SIGNED_IN' COMMENT 'How the signer was known: SIGNED_IN, PIN; of meaning once signed';

CREATE TABLE assessment_confirmation (
  assessment_id BIGINT NOT NULL COMMENT 'Signed without sign-in',
  confirmed_by BIGINT NOT NULL COMMENT 'The main supervisor of that day',
  confirmed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (assessment_id),
  KEY ix_assessment_confirmation_by (confirmed_by),
  CONSTRAINT fk_assessment_confirmation_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
  CONSTRAINT fk_assessment_confirmation_by FOREIGN KEY (confirmed_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Bekräftad: the main supervisor knows who answered without sign-in; only then the answer counts. Append only';
