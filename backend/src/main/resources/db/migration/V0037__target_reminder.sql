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
