CREATE TABLE reference_load (
  name VARCHAR(100) NOT NULL COMMENT 'Which reference file set',
  content_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of what was loaded last',
  loaded_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What reference data was loaded, so that a start loads only what changed';

CREATE TABLE specialty (
  code VARCHAR(80) NOT NULL COMMENT 'Name in lower case, a-z and hyphens',
  name VARCHAR(200) NOT NULL COMMENT 'Swedish name',
  kind VARCHAR(16) NOT NULL COMMENT 'BASE, BRANCH or ADDITIONAL (bas, gren, tillägg)',
  specialty_group VARCHAR(200) NOT NULL COMMENT 'Group in the regulation',
  in_2015 BOOLEAN NOT NULL COMMENT 'Exists under SOSFS 2015:8',
  in_2021 BOOLEAN NOT NULL COMMENT 'Exists under HSLF-FS 2021:8',
  PRIMARY KEY (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Medical specialty';

CREATE TABLE curriculum (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  regulation VARCHAR(4) NOT NULL COMMENT '2015 (SOSFS 2015:8) or 2021 (HSLF-FS 2021:8)',
  specialty_code VARCHAR(80) NOT NULL COMMENT 'Specialty',
  number INT NOT NULL COMMENT 'Edition within regulation and specialty, from 1; the highest is used for new programmes',
  source VARCHAR(16) NOT NULL COMMENT 'REFERENCE (came with the program) or ADMIN (completed by hand or file)',
  checked BOOLEAN NOT NULL COMMENT 'False where the selection or the whole set is not known: ej kontrollerad',
  remark VARCHAR(500) NULL COMMENT 'What is not sure',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  created_by BIGINT NULL COMMENT 'The admin; empty for reference data',
  PRIMARY KEY (id),
  UNIQUE KEY uq_curriculum (regulation, specialty_code, number),
  KEY ix_curriculum_specialty (specialty_code),
  CONSTRAINT fk_curriculum_specialty FOREIGN KEY (specialty_code) REFERENCES specialty (code),
  CONSTRAINT fk_curriculum_person FOREIGN KEY (created_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Målbeskrivning: one edition of a specialty''s goals; never changed once a programme uses it';

CREATE TABLE goal (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  curriculum_id BIGINT NOT NULL COMMENT 'Edition',
  code VARCHAR(16) NOT NULL COMMENT 'a1, STb2, BT4 …',
  goal_group VARCHAR(4) NOT NULL COMMENT 'A, B, C or BT',
  title VARCHAR(500) NOT NULL COMMENT 'Official title, or a short label where there is none',
  activities VARCHAR(200) NULL COMMENT 'Mandatory activities, e.g. KLIN;KURS; KLIN|AUSK is either',
  checked BOOLEAN NOT NULL COMMENT 'False where the source is not sure',
  sort_order INT NOT NULL COMMENT 'Order in the list',
  PRIMARY KEY (id),
  UNIQUE KEY uq_goal (curriculum_id, code),
  CONSTRAINT fk_goal_curriculum FOREIGN KEY (curriculum_id) REFERENCES curriculum (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Delmål';
