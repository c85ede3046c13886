ALTER TABLE programme_change
  MODIFY programme_id BIGINT NULL COMMENT 'Whose figures may have changed; empty where it is a clinic''s own',
  ADD COLUMN clinic_id BIGINT NULL COMMENT 'The clinic whose own figures may have changed (teaching, reviews, time)',
  ADD COLUMN from_day DATE NULL COMMENT 'Figures of days before this one stay as they were; empty is any day',
  ADD KEY ix_programme_change_clinic (clinic_id),
  ADD CONSTRAINT fk_programme_change_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  COMMENT = 'Tells every instance to refresh the open screens of a clinic, and which kept standings no longer hold; rows older than an hour are removed';

CREATE TABLE clinic_standing (
  day DATE NOT NULL COMMENT 'The day on which the clinic stood so: today, or one of the last month ends',
  clinic_id BIGINT NOT NULL COMMENT 'Clinic',
  guideline CHAR(16) NOT NULL COMMENT 'Fingerprint of the guideline that it was measured by',
  through BIGINT NOT NULL COMMENT 'Every programme_change up to this key is counted in',
  doctors INT NOT NULL COMMENT 'Doctors in scope',
  figures VARCHAR(1000) NOT NULL COMMENT 'Each code with its light and figures, as StandingText writes them',
  PRIMARY KEY (day, clinic_id),
  KEY ix_clinic_standing_clinic (clinic_id, day),
  CONSTRAINT fk_clinic_standing_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='How clinics stood on today and on the last month ends: a copy that can be thrown away and measured anew';
