-- Planned sessions have a time and a place, and may be booked as a series; reminders go once a week.
CREATE TABLE supervision_series (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Whose sessions',
  request_key VARCHAR(64) NOT NULL COMMENT 'Made when the form was opened: the same booking sent twice is one',
  created_by BIGINT NOT NULL COMMENT 'Who booked it',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uq_supervision_series (programme_id, request_key),
  KEY ix_supervision_series_created_by (created_by),
  CONSTRAINT fk_supervision_series_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_supervision_series_created_by FOREIGN KEY (created_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Supervision sessions that were booked in one go';

-- Frozen when signed, as every column of the table; empty in what was signed before.
ALTER TABLE supervision
  ADD starts_at TIME NULL COMMENT 'Time in Sweden it is planned for; empty where none was told',
  ADD duration INT NULL COMMENT 'Minutes it is planned to take; empty where none was told',
  ADD place VARCHAR(200) NULL COMMENT 'Where it is planned to be; empty where none was told',
  ADD series_id BIGINT NULL COMMENT 'The series it was booked with',
  ADD KEY ix_supervision_series (series_id),
  ADD KEY ix_supervision_state (state, held_on),
  ADD CONSTRAINT fk_supervision_series FOREIGN KEY (series_id) REFERENCES supervision_series (id),
  MODIFY state VARCHAR(16) NOT NULL COMMENT 'PLANNED, CANCELLED, DRAFT, SENT, SIGNED, RETURNED; voided is a row in voiding';

CREATE TABLE reminder_setting (
  person_id BIGINT NOT NULL COMMENT 'Whose choice',
  weekday INT NOT NULL COMMENT '1 Monday to 7 Sunday',
  to_sign BOOLEAN NOT NULL COMMENT 'What waits for the person''s signature',
  plan BOOLEAN NOT NULL COMMENT 'The person''s own plan and records',
  meetings BOOLEAN NOT NULL COMMENT 'The coming week''s appointments',
  clinic BOOLEAN NOT NULL COMMENT 'What has waited long at the clinics that the person leads',
  PRIMARY KEY (person_id),
  CONSTRAINT fk_reminder_setting_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What a person is reminded of, and when; no row is everything, on Mondays. On or off is person.wants_digest';

CREATE TABLE reminder_week (
  person_id BIGINT NOT NULL COMMENT 'Who was looked at',
  week CHAR(8) NOT NULL COMMENT 'Week of ISO 8601, such as 2026-W48',
  done_at DATETIME(6) NOT NULL COMMENT 'UTC',
  sent BOOLEAN NOT NULL COMMENT 'Whether there was anything to tell',
  PRIMARY KEY (person_id, week),
  KEY ix_reminder_week_week (week, person_id),
  CONSTRAINT fk_reminder_week_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='The weekly digest of a person, written with its mail: once, whatever runs';
