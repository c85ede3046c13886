CREATE TABLE iup (
  programme_id BIGINT NOT NULL COMMENT 'Whose plan',
  state VARCHAR(16) NOT NULL COMMENT 'DRAFT, SENT, RETURNED, APPROVED',
  submission_id BIGINT NULL COMMENT 'What was sent last',
  changed_at DATETIME(6) NOT NULL COMMENT 'UTC, last change of the plan',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock; grows with every change of the plan or of one of its items',
  PRIMARY KEY (programme_id),
  KEY ix_iup_submission (submission_id),
  CONSTRAINT fk_iup_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Individuellt utbildningsprogram (IUP): the plan that is worked on';

CREATE TABLE iup_item (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Whose plan',
  kind VARCHAR(16) NOT NULL COMMENT 'PLACEMENT, COURSE, SELF_STUDY, QUALITY_WORK, RESEARCH, TEACHING, OTHER',
  title VARCHAR(200) NOT NULL COMMENT 'What is planned',
  start_date DATE NOT NULL COMMENT 'First day',
  end_date DATE NOT NULL COMMENT 'Last day',
  assessment_method VARCHAR(500) NOT NULL COMMENT 'How it is assessed that the goals are reached',
  leader VARCHAR(200) NOT NULL COMMENT 'Who leads it: the course leader or the supervisor of this part, as it is written on the certificate',
  note TEXT NOT NULL COMMENT 'Anything else',
  placement_id BIGINT NULL COMMENT 'The placement that was booked for it',
  created_by BIGINT NOT NULL COMMENT 'Who added it',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  UNIQUE KEY uq_iup_item_placement (placement_id),
  KEY ix_iup_item_programme (programme_id, start_date),
  KEY ix_iup_item_created_by (created_by),
  CONSTRAINT fk_iup_item_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_iup_item_placement FOREIGN KEY (placement_id) REFERENCES placement (id),
  CONSTRAINT fk_iup_item_created_by FOREIGN KEY (created_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Planned activity of an IUP';

CREATE TABLE iup_item_goal (
  item_id BIGINT NOT NULL COMMENT 'Activity',
  goal_code VARCHAR(16) NOT NULL COMMENT 'Goal that it serves',
  PRIMARY KEY (item_id, goal_code),
  CONSTRAINT fk_iup_item_goal_item FOREIGN KEY (item_id) REFERENCES iup_item (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Goals that a planned activity serves';

CREATE TABLE iup_submission (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Whose plan',
  number INT NOT NULL COMMENT 'The version that it becomes once it is approved',
  content MEDIUMTEXT NOT NULL COMMENT 'The whole plan as it was sent, as JSON',
  approvers VARCHAR(100) NOT NULL COMMENT 'Who must approve, by the guideline profile of that day: MAIN_SUPERVISOR, STUDIEREKTOR, CLINIC_HEAD, joined by +',
  sent_by BIGINT NOT NULL COMMENT 'Who sent it',
  sent_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY ix_iup_submission_programme (programme_id, number),
  KEY ix_iup_submission_sent_by (sent_by),
  CONSTRAINT fk_iup_submission_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_iup_submission_sent_by FOREIGN KEY (sent_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='A plan as it was sent for approval; append only';

CREATE TABLE iup_approval (
  submission_id BIGINT NOT NULL COMMENT 'What was approved',
  approver VARCHAR(32) NOT NULL COMMENT 'As what: MAIN_SUPERVISOR, STUDIEREKTOR, CLINIC_HEAD',
  person_id BIGINT NOT NULL COMMENT 'Who',
  approved_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (submission_id, approver),
  KEY ix_iup_approval_person (person_id),
  CONSTRAINT fk_iup_approval_submission FOREIGN KEY (submission_id) REFERENCES iup_submission (id),
  CONSTRAINT fk_iup_approval_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='One approval of a sent plan; append only';

CREATE TABLE iup_version (
  programme_id BIGINT NOT NULL COMMENT 'Whose plan',
  number INT NOT NULL COMMENT 'From 1',
  submission_id BIGINT NOT NULL COMMENT 'What was approved',
  approved_on DATE NOT NULL COMMENT 'Day of the last approval, in Sweden',
  PRIMARY KEY (programme_id, number),
  KEY ix_iup_version_submission (submission_id),
  KEY ix_iup_version_approved (programme_id, approved_on),
  CONSTRAINT fk_iup_version_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_iup_version_submission FOREIGN KEY (submission_id) REFERENCES iup_submission (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Approved version of an IUP; append only';

CREATE TABLE iup_comment (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Whose plan',
  author_id BIGINT NOT NULL COMMENT 'Who wrote it',
  written_at DATETIME(6) NOT NULL COMMENT 'UTC',
  text VARCHAR(2000) NOT NULL COMMENT 'What was said of the plan',
  PRIMARY KEY (id),
  KEY ix_iup_comment_programme (programme_id, id),
  KEY ix_iup_comment_author (author_id),
  CONSTRAINT fk_iup_comment_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_iup_comment_author FOREIGN KEY (author_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What supervisors and studierektor say of a plan; append only';
