CREATE TABLE meeting (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  kind VARCHAR(30) NOT NULL COMMENT 'MeetingKind: DEVELOPMENT_TALK, RECONCILIATION or INTRODUCTION',
  held_on DATE NOT NULL COMMENT 'Day of the meeting; ahead while it is planned',
  state VARCHAR(20) NOT NULL COMMENT 'PLANNED or HELD; what is held counts by its day',
  summary TEXT NOT NULL COMMENT 'What was said; may be empty',
  created_by BIGINT NOT NULL COMMENT 'Who entered it',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_meeting_programme (programme_id, kind, held_on),
  KEY ix_meeting_created_by (created_by),
  CONSTRAINT fk_meeting_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_meeting_created_by FOREIGN KEY (created_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Utvecklingssamtal, avstämningsmöten and introductions';

CREATE TABLE self_study (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  studied_on DATE NOT NULL COMMENT 'Day',
  hours DECIMAL(4,2) NOT NULL COMMENT 'Hours in quarters, 0.25-24',
  note VARCHAR(500) NOT NULL COMMENT 'What was read; may be empty',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_self_study_programme (programme_id, studied_on),
  CONSTRAINT fk_self_study_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Självstudier that a doctor logged';

CREATE TABLE self_study_goal (
  self_study_id BIGINT NOT NULL COMMENT 'Self-study',
  goal_code VARCHAR(16) NOT NULL COMMENT 'Goal that it served',
  PRIMARY KEY (self_study_id, goal_code),
  CONSTRAINT fk_self_study_goal_self_study FOREIGN KEY (self_study_id) REFERENCES self_study (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Goals that self-study served';

CREATE TABLE teaching_session (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  clinic_id BIGINT NOT NULL COMMENT 'Clinic',
  kind VARCHAR(30) NOT NULL COMMENT 'INTERNAL_TEACHING or JOURNAL_CLUB',
  held_on DATE NOT NULL COMMENT 'Day; ahead while it is planned',
  title VARCHAR(200) NOT NULL COMMENT 'What it is about',
  cancelled BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'It was not held',
  created_by BIGINT NOT NULL COMMENT 'Who entered it',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_teaching_session_clinic (clinic_id, kind, held_on),
  KEY ix_teaching_session_created_by (created_by),
  CONSTRAINT fk_teaching_session_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_teaching_session_created_by FOREIGN KEY (created_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Internutbildning and journal club of a clinic';

CREATE TABLE teaching_attendance (
  teaching_session_id BIGINT NOT NULL COMMENT 'Session',
  person_id BIGINT NOT NULL COMMENT 'Who was there',
  noted_by BIGINT NOT NULL COMMENT 'Who noted it: the person, or the one who keeps the list',
  noted_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (teaching_session_id, person_id),
  KEY ix_teaching_attendance_person (person_id),
  KEY ix_teaching_attendance_noted_by (noted_by),
  CONSTRAINT fk_teaching_attendance_session FOREIGN KEY (teaching_session_id) REFERENCES teaching_session (id),
  CONSTRAINT fk_teaching_attendance_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT fk_teaching_attendance_noted_by FOREIGN KEY (noted_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Attendance at internal teaching and journal clubs';
