CREATE TABLE organisation (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  name VARCHAR(200) NOT NULL COMMENT 'Name as people say it',
  kind VARCHAR(16) NOT NULL COMMENT 'REGION, PROVIDER or HOSPITAL',
  parent_id BIGINT NULL COMMENT 'The organisation this one belongs to',
  guideline_code VARCHAR(64) NULL COMMENT 'Guideline profile that holds here and below, unless overridden',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  UNIQUE KEY uq_organisation_name (parent_id, name),
  CONSTRAINT fk_organisation_parent FOREIGN KEY (parent_id) REFERENCES organisation (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Region, care provider or hospital (vårdgivare)';

CREATE TABLE clinic (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  name VARCHAR(200) NOT NULL COMMENT 'Name of the clinic',
  organisation_id BIGINT NOT NULL COMMENT 'Where the clinic belongs',
  specialty_code VARCHAR(80) NOT NULL COMMENT 'The clinic''s specialty',
  guideline_code VARCHAR(64) NULL COMMENT 'Guideline profile of this clinic alone; empty inherits',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  UNIQUE KEY uq_clinic_name (organisation_id, name),
  CONSTRAINT fk_clinic_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Clinic (klinik, vårdenhet) that trains doctors';

CREATE TABLE person (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  name VARCHAR(200) NOT NULL COMMENT 'Full name',
  email VARCHAR(254) NOT NULL COMMENT 'Address at work',
  username VARCHAR(100) NOT NULL COMMENT 'Name at sign-in, kept in lower case',
  password_hash VARCHAR(255) NULL COMMENT 'Argon2id; empty until the person has set a password',
  locale VARCHAR(8) NOT NULL DEFAULT 'sv' COMMENT 'Language of screens and messages: sv or en',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uq_person_username (username),
  UNIQUE KEY uq_person_email (email),
  KEY ix_person_name (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Somebody who can sign in';

CREATE TABLE role_assignment (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  person_id BIGINT NOT NULL COMMENT 'Who has the role',
  role VARCHAR(32) NOT NULL COMMENT 'TRAINEE, SUPERVISOR, STUDIEREKTOR, CLINIC_HEAD, OVERALL_STUDIEREKTOR, ADMIN or REVIEWER',
  scope_type VARCHAR(16) NULL COMMENT 'CLINIC or ORGANISATION; empty for ADMIN of the whole installation',
  scope_id BIGINT NULL COMMENT 'Clinic or organisation',
  valid_from DATE NOT NULL COMMENT 'First day',
  valid_to DATE NULL COMMENT 'Last day; empty is open',
  PRIMARY KEY (id),
  KEY ix_role_assignment_person (person_id),
  KEY ix_role_assignment_scope (scope_type, scope_id, role),
  CONSTRAINT fk_role_assignment_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='A role with its scope and its time';

CREATE TABLE qualification (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  person_id BIGINT NOT NULL COMMENT 'Who is qualified',
  kind VARCHAR(32) NOT NULL COMMENT 'SPECIALIST or SUPERVISOR_TRAINING (handledarutbildning)',
  specialty_code VARCHAR(80) NULL COMMENT 'For SPECIALIST: which specialty',
  obtained_on DATE NOT NULL COMMENT 'Date of the proof or the course',
  PRIMARY KEY (id),
  KEY ix_qualification_person (person_id, kind, obtained_on),
  CONSTRAINT fk_qualification_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Specialist competence or supervisor training';
