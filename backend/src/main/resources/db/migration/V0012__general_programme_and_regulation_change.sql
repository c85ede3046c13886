CREATE TABLE general_programme (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  clinic_id BIGINT NOT NULL COMMENT 'Whose',
  specialty_code VARCHAR(80) NOT NULL COMMENT 'For which specialty',
  regulation VARCHAR(4) NOT NULL COMMENT '2015 or 2021',
  PRIMARY KEY (id),
  UNIQUE KEY uq_general_programme (clinic_id, specialty_code, regulation),
  CONSTRAINT fk_general_programme_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Allmänt utbildningsprogram: what a clinic plans for every doctor of a specialty';

CREATE TABLE general_programme_item (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  general_programme_id BIGINT NOT NULL COMMENT 'The general programme',
  kind VARCHAR(16) NOT NULL COMMENT 'PLACEMENT, COURSE, SELF_STUDY, QUALITY_WORK, RESEARCH, TEACHING, OTHER',
  title VARCHAR(200) NOT NULL COMMENT 'What is planned',
  start_month INT NOT NULL COMMENT 'Months after the first day of ST, from 0',
  months INT NOT NULL COMMENT 'How many months, from 1',
  assessment_method VARCHAR(500) NOT NULL COMMENT 'How it is assessed that the goals are reached',
  updated_by BIGINT NOT NULL COMMENT 'Who changed it last',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_general_programme_item (general_programme_id, start_month),
  KEY ix_general_programme_item_updated_by (updated_by),
  CONSTRAINT fk_general_programme_item FOREIGN KEY (general_programme_id) REFERENCES general_programme (id),
  CONSTRAINT fk_general_programme_item_person FOREIGN KEY (updated_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Activity of a general programme';

CREATE TABLE general_programme_item_goal (
  item_id BIGINT NOT NULL COMMENT 'Activity',
  goal_code VARCHAR(16) NOT NULL COMMENT 'Goal that it serves',
  PRIMARY KEY (item_id, goal_code),
  CONSTRAINT fk_general_programme_item_goal FOREIGN KEY (item_id) REFERENCES general_programme_item (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Goals that an activity of a general programme serves';

CREATE TABLE programme_regulation (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  regulation VARCHAR(4) NOT NULL COMMENT '2015 or 2021',
  curriculum_id BIGINT NOT NULL COMMENT 'The edition of the goals',
  planned_months INT NOT NULL COMMENT 'Planned length in months of full time',
  valid_from DATE NOT NULL COMMENT 'First day',
  chosen_by BIGINT NULL COMMENT 'Who chose it; empty for what the programme began with',
  chosen_at DATETIME(6) NOT NULL COMMENT 'UTC, when the row was written',
  PRIMARY KEY (id),
  KEY ix_programme_regulation_programme (programme_id, id),
  KEY ix_programme_regulation_curriculum (curriculum_id),
  KEY ix_programme_regulation_chosen_by (chosen_by),
  CONSTRAINT fk_programme_regulation_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_programme_regulation_curriculum FOREIGN KEY (curriculum_id) REFERENCES curriculum (id),
  CONSTRAINT fk_programme_regulation_person FOREIGN KEY (chosen_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Under which regulation a programme has been from when, once it has changed; append only';

CREATE TABLE goal_mapping (
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  from_code VARCHAR(16) NOT NULL COMMENT 'Goal of the edition before the change; records of that time keep it',
  to_code VARCHAR(16) NOT NULL COMMENT 'Goal of the edition after the change that it serves',
  programme_regulation_id BIGINT NOT NULL COMMENT 'The change that it belongs to',
  PRIMARY KEY (programme_id, from_code, to_code),
  KEY ix_goal_mapping_to (programme_id, to_code),
  KEY ix_goal_mapping_change (programme_regulation_id),
  CONSTRAINT fk_goal_mapping_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_goal_mapping_change FOREIGN KEY (programme_regulation_id) REFERENCES programme_regulation (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Which new goals an old goal serves after a change of regulation, as the doctor confirmed it; append only';
