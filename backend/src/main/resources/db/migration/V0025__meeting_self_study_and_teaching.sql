CREATE TABLE meeting_template (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  clinic_id BIGINT NULL COMMENT 'Whose template; empty comes with the program',
  kind VARCHAR(30) NOT NULL COMMENT 'MeetingKind',
  version INT NOT NULL COMMENT '1, 2, …; the highest is in use, earlier ones stay for the meetings that began with them',
  questions TEXT NOT NULL COMMENT 'Questions as JSON: a list of {sv, en}; empty list: the clinic goes back to the built-in one',
  created_by BIGINT NULL COMMENT 'Who wrote it; empty comes with the program',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uq_meeting_template (clinic_id, kind, version),
  KEY ix_meeting_template_created_by (created_by),
  CONSTRAINT fk_meeting_template_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_meeting_template_created_by FOREIGN KEY (created_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Questions to prepare a meeting by; append-only';

CREATE TABLE meeting (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  kind VARCHAR(30) NOT NULL COMMENT 'MeetingKind: DEVELOPMENT_TALK, RECONCILIATION or INTRODUCTION',
  held_on DATE NOT NULL COMMENT 'Day of the meeting; ahead while it is planned',
  starts_at TIME NULL COMMENT 'Time in Sweden; empty where only the day is known',
  minutes INT NOT NULL DEFAULT 60 COMMENT 'How long, 15-480',
  place VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'Where; may be empty',
  state VARCHAR(20) NOT NULL COMMENT 'PLANNED, HELD or CANCELLED; what is held counts by its day',
  holder_id BIGINT NULL COMMENT 'Who holds it: the one who planned or closed it',
  template_id BIGINT NULL COMMENT 'The questions that it is prepared by',
  summary TEXT NOT NULL COMMENT 'What was said; may be empty',
  closed_at DATETIME(6) NULL COMMENT 'UTC; from then on nothing of it changes',
  created_by BIGINT NOT NULL COMMENT 'Who entered it',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_meeting_programme (programme_id, kind, held_on),
  KEY ix_meeting_created_by (created_by),
  KEY ix_meeting_holder (holder_id, state, held_on),
  KEY ix_meeting_template (template_id),
  CONSTRAINT fk_meeting_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_meeting_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  CONSTRAINT fk_meeting_holder FOREIGN KEY (holder_id) REFERENCES person (id),
  CONSTRAINT fk_meeting_template FOREIGN KEY (template_id) REFERENCES meeting_template (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Utvecklingssamtal, avstämningsmöten and introductions';

CREATE TABLE meeting_preparation (
  meeting_id BIGINT NOT NULL COMMENT 'Meeting',
  person_id BIGINT NOT NULL COMMENT 'Who prepares: the doctor or the one who holds it',
  answers TEXT NOT NULL COMMENT 'An answer per question of the template, as a JSON list of texts',
  shared_at DATETIME(6) NULL COMMENT 'UTC; until then for its author only',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (meeting_id, person_id),
  KEY ix_meeting_preparation_person (person_id),
  CONSTRAINT fk_meeting_preparation_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
  CONSTRAINT fk_meeting_preparation_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What each side wrote before a meeting';

CREATE TABLE meeting_agreement (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  meeting_id BIGINT NOT NULL COMMENT 'Meeting',
  agreement VARCHAR(500) NOT NULL COMMENT 'What was agreed',
  due_on DATE NULL COMMENT 'Until when; may be open',
  PRIMARY KEY (id),
  KEY ix_meeting_agreement_meeting (meeting_id),
  CONSTRAINT fk_meeting_agreement_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What was agreed at a meeting; append-only';

CREATE TABLE meeting_addition (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  meeting_id BIGINT NOT NULL COMMENT 'Meeting',
  addition TEXT NOT NULL COMMENT 'What is corrected or added after closing',
  added_by BIGINT NOT NULL COMMENT 'Author',
  added_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY ix_meeting_addition_meeting (meeting_id),
  KEY ix_meeting_addition_added_by (added_by),
  CONSTRAINT fk_meeting_addition_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
  CONSTRAINT fk_meeting_addition_added_by FOREIGN KEY (added_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Additions to closed meetings; append-only';

CREATE TABLE meeting_change (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  meeting_id BIGINT NOT NULL COMMENT 'Meeting',
  was_on DATE NOT NULL COMMENT 'Its day before',
  moved_to DATE NULL COMMENT 'Its new day; empty: it was cancelled',
  reason VARCHAR(2000) NOT NULL COMMENT 'Why',
  changed_by BIGINT NOT NULL COMMENT 'Who moved or cancelled it',
  changed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY ix_meeting_change_meeting (meeting_id),
  KEY ix_meeting_change_changed_by (changed_by),
  CONSTRAINT fk_meeting_change_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
  CONSTRAINT fk_meeting_change_changed_by FOREIGN KEY (changed_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Planned meetings that were moved or cancelled, and why';

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
  starts_at TIME NULL COMMENT 'Time in Sweden; empty where only the day is known',
  minutes INT NOT NULL DEFAULT 60 COMMENT 'How long, 15-480',
  place VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'Where; may be empty',
  leader_id BIGINT NULL COMMENT 'Who leads it or presents the article, shows the code and keeps the list',
  article VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'Journal club: the article; may be empty',
  doi VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'Journal club: the article''s DOI; may be empty',
  cancelled BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'It was not held',
  cancel_reason VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'Why it was cancelled',
  created_by BIGINT NOT NULL COMMENT 'Who entered it',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_teaching_session_clinic (clinic_id, kind, held_on),
  KEY ix_teaching_session_created_by (created_by),
  KEY ix_teaching_session_leader (leader_id),
  CONSTRAINT fk_teaching_session_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_teaching_session_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  CONSTRAINT fk_teaching_session_leader FOREIGN KEY (leader_id) REFERENCES person (id)
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

CREATE TABLE teaching_code (
  token_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of the random part of the address in the code',
  teaching_session_id BIGINT NOT NULL COMMENT 'Session',
  expires_at DATETIME(6) NOT NULL COMMENT 'UTC; minutes after it was shown',
  PRIMARY KEY (token_hash),
  KEY ix_teaching_code_session (teaching_session_id),
  KEY ix_teaching_code_expires (expires_at),
  CONSTRAINT fk_teaching_code_session FOREIGN KEY (teaching_session_id) REFERENCES teaching_session (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Codes shown in the room, by which those who are there say so';
