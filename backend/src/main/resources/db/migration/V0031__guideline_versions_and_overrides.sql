-- Guideline profiles in versions of an organisation's own, what a clinic overrides, and the studierektor's time.
ALTER TABLE guideline_profile
  ADD organisation_id BIGINT NULL COMMENT 'Whose own version it is; empty for those that come with the program',
  ADD valid_to DATE NULL COMMENT 'Last day of this version; empty is open',
  ADD studierektor_hours VARCHAR(200) NULL COMMENT 'Hours a week by doctors in scope, e.g. 10:8;20:12;17 (to 10: 8, to 20: 12, above: 17); empty takes the usual table',
  ADD version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  ADD KEY ix_guideline_profile_organisation (organisation_id, valid_from),
  ADD CONSTRAINT fk_guideline_profile_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id);

CREATE TABLE guideline_override (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  clinic_id BIGINT NOT NULL COMMENT 'Clinic',
  field VARCHAR(40) NOT NULL COMMENT 'GuidelineField: which value of the profile',
  field_value VARCHAR(200) NULL COMMENT 'What holds in its place; empty switches it off',
  valid_from DATE NOT NULL COMMENT 'First day',
  valid_to DATE NULL COMMENT 'Last day; empty is open',
  reason VARCHAR(1000) NOT NULL COMMENT 'Why the clinic differs',
  entered_by BIGINT NOT NULL COMMENT 'Who entered it',
  entered_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_guideline_override_clinic (clinic_id, field, valid_from),
  KEY ix_guideline_override_entered_by (entered_by),
  CONSTRAINT fk_guideline_override_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_guideline_override_entered_by FOREIGN KEY (entered_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='A single value of the guideline that a clinic has overridden, from date to date';

CREATE TABLE guideline_change (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  organisation_id BIGINT NULL COMMENT 'Organisation whose profile was changed; empty where it is a clinic''s',
  clinic_id BIGINT NULL COMMENT 'Clinic whose override or hours were changed; empty where it is an organisation''s',
  kind VARCHAR(30) NOT NULL COMMENT 'VERSION_ADDED, VERSION_CHANGED, VERSION_REMOVED, OVERRIDE_ADDED, OVERRIDE_ENDED, HOURS',
  title VARCHAR(200) NOT NULL COMMENT 'Name of the version, or the GuidelineField',
  valid_from DATE NOT NULL COMMENT 'First day of what was changed',
  valid_to DATE NULL COMMENT 'Its last day; empty is open',
  content TEXT NOT NULL COMMENT 'JSON: a list of {field, from, to}',
  reason VARCHAR(1000) NOT NULL COMMENT 'Why; may be empty where no reason is asked for',
  changed_by BIGINT NOT NULL COMMENT 'Who',
  changed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY ix_guideline_change_organisation (organisation_id, id),
  KEY ix_guideline_change_clinic (clinic_id, id),
  KEY ix_guideline_change_changed_by (changed_by),
  CONSTRAINT fk_guideline_change_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT fk_guideline_change_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_guideline_change_changed_by FOREIGN KEY (changed_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Who changed which value of a guideline when; append-only';

CREATE TABLE guideline_draft (
  organisation_id BIGINT NOT NULL COMMENT 'Organisation whose next version it is',
  person_id BIGINT NOT NULL COMMENT 'Whose draft; nobody else reads it',
  content TEXT NOT NULL COMMENT 'JSON: the fields as they were typed',
  saved_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (organisation_id, person_id),
  KEY ix_guideline_draft_person (person_id),
  CONSTRAINT fk_guideline_draft_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT fk_guideline_draft_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='A version of a guideline that is being written';

CREATE TABLE studierektor_time (
  clinic_id BIGINT NOT NULL COMMENT 'Clinic',
  valid_from DATE NOT NULL COMMENT 'From which day so many hours are allotted, until the next row',
  hours DECIMAL(5,2) NOT NULL COMMENT 'Hours a week that the studierektor has for the task',
  entered_by BIGINT NOT NULL COMMENT 'Who entered it',
  entered_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (clinic_id, valid_from),
  KEY ix_studierektor_time_entered_by (entered_by),
  CONSTRAINT fk_studierektor_time_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_studierektor_time_entered_by FOREIGN KEY (entered_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Time allotted to a clinic''s studierektor';
