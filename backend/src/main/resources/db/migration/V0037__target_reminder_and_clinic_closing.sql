CREATE TABLE target_reminder (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Who does not reach a target',
  code VARCHAR(32) NOT NULL COMMENT 'IndicatorCode of the target',
  week_start DATE NOT NULL COMMENT 'Monday of the week: once a week and no oftener',
  clinic_id BIGINT NOT NULL COMMENT 'Clinic that reminds',
  to_doctor BOOLEAN NOT NULL COMMENT 'The doctor was reminded',
  to_supervisor BOOLEAN NOT NULL COMMENT 'The main supervisor of that day was reminded',
  reminded_by BIGINT NOT NULL COMMENT 'Who reminds',
  reminded_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uq_target_reminder (programme_id, code, week_start),
  KEY ix_target_reminder_clinic (clinic_id),
  KEY ix_target_reminder_reminded_by (reminded_by),
  CONSTRAINT fk_target_reminder_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_target_reminder_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_target_reminder_reminded_by FOREIGN KEY (reminded_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Doctors and main supervisors who were reminded of a target that is not reached; append-only';

CREATE TABLE clinic_closing (
  clinic_id BIGINT NOT NULL COMMENT 'The clinic',
  last_day DATE NOT NULL COMMENT 'Its last day; from the next on it is in no list and no pooled figure, its past stays',
  merged_into BIGINT NULL COMMENT 'The clinic that its doctors went on to; empty where it only closed',
  reason VARCHAR(500) NOT NULL COMMENT 'Why',
  closed_by BIGINT NOT NULL COMMENT 'Who entered it',
  closed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (clinic_id),
  KEY ix_clinic_closing_merged_into (merged_into),
  KEY ix_clinic_closing_closed_by (closed_by),
  CONSTRAINT fk_clinic_closing_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_clinic_closing_merged_into FOREIGN KEY (merged_into) REFERENCES clinic (id),
  CONSTRAINT fk_clinic_closing_closed_by FOREIGN KEY (closed_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Clinics that closed or were merged into another';
