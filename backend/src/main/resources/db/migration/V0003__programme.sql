CREATE TABLE programme (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key; the API''s trainee id',
  person_id BIGINT NOT NULL COMMENT 'The doctor',
  regulation VARCHAR(4) NOT NULL COMMENT '2015 or 2021',
  specialty_code VARCHAR(80) NOT NULL COMMENT 'Specialty aimed at',
  curriculum_id BIGINT NOT NULL COMMENT 'The goals, frozen to the programme',
  start_date DATE NOT NULL COMMENT 'First day of ST',
  planned_months INT NOT NULL COMMENT '60 under 2015, 66 under 2021 unless something else was said',
  employment_rate INT NOT NULL COMMENT 'Percent 1-100',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_programme_person (person_id),
  KEY ix_programme_curriculum (curriculum_id),
  CONSTRAINT fk_programme_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT fk_programme_curriculum FOREIGN KEY (curriculum_id) REFERENCES curriculum (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='One doctor''s ST in one specialty under one regulation';

CREATE TABLE post (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  clinic_id BIGINT NOT NULL COMMENT 'Home clinic',
  start_date DATE NOT NULL COMMENT 'First day',
  end_date DATE NULL COMMENT 'Last day; empty is open',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_post_programme (programme_id, start_date),
  KEY ix_post_clinic (clinic_id, start_date, end_date),
  CONSTRAINT fk_post_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_post_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='ST-tjänstgöring: the part of a programme at one home clinic';

CREATE TABLE main_supervisor (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  person_id BIGINT NOT NULL COMMENT 'Huvudansvarig handledare',
  valid_from DATE NOT NULL COMMENT 'First day',
  valid_to DATE NULL COMMENT 'Last day; empty is open',
  PRIMARY KEY (id),
  KEY ix_main_supervisor_programme (programme_id, valid_from),
  KEY ix_main_supervisor_person (person_id, valid_from),
  CONSTRAINT fk_main_supervisor_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_main_supervisor_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Appointment of the main supervisor, from date to date';

CREATE TABLE placement (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  title VARCHAR(200) NOT NULL COMMENT 'What the placement is called',
  clinic_id BIGINT NULL COMMENT 'Where; empty outside the installation',
  supervisor_id BIGINT NULL COMMENT 'Supervisor of this part of the service',
  start_date DATE NOT NULL COMMENT 'First day',
  end_date DATE NOT NULL COMMENT 'Last day',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_placement_programme (programme_id, start_date),
  KEY ix_placement_supervisor (supervisor_id, start_date),
  KEY ix_placement_clinic (clinic_id),
  CONSTRAINT fk_placement_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_placement_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_placement_supervisor FOREIGN KEY (supervisor_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Randning, sidotjänstgöring';

CREATE TABLE placement_goal (
  placement_id BIGINT NOT NULL COMMENT 'Placement',
  goal_code VARCHAR(16) NOT NULL COMMENT 'Goal of the programme',
  PRIMARY KEY (placement_id, goal_code),
  CONSTRAINT fk_placement_goal_placement FOREIGN KEY (placement_id) REFERENCES placement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Goals that a placement serves';

CREATE TABLE leave_period (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  start_date DATE NOT NULL COMMENT 'First day',
  end_date DATE NULL COMMENT 'Last day; empty is open',
  extent INT NOT NULL COMMENT 'Percent 1-100',
  reason VARCHAR(500) NULL COMMENT 'Seen by the doctor and the one who entered it only',
  entered_by BIGINT NOT NULL COMMENT 'Who entered it',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_leave_period_programme (programme_id, start_date),
  KEY ix_leave_period_entered_by (entered_by),
  CONSTRAINT fk_leave_period_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_leave_period_person FOREIGN KEY (entered_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Tjänstledighet, full or in part';
