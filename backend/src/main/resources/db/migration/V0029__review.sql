-- External (SPUR) and internal (STINS) reviews of a clinic with their grades, and the actions that follow as work.

CREATE TABLE review_item (
  code VARCHAR(4) NOT NULL COMMENT 'Area and number: H7',
  area CHAR(1) NOT NULL COMMENT 'A-H',
  number INT NOT NULL COMMENT 'Number within the area, from 1',
  text VARCHAR(1000) NOT NULL COMMENT 'The item word for word, in Swedish',
  kind_2015 VARCHAR(20) NOT NULL COMMENT 'RuleKind under SOSFS 2015:8: BINDING, ADVICE, INDICATOR or NONE',
  kind_2021 VARCHAR(20) NOT NULL COMMENT 'RuleKind under HSLF-FS 2021:8',
  certainty VARCHAR(10) NOT NULL COMMENT 'How sure the kinds are: HIGH, MEDIUM or LOW; the reports print items apart from their headings',
  PRIMARY KEY (code),
  KEY ix_review_item_area (area, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='SPUR''s checklist (reference/spur-checklist.csv)';

CREATE TABLE review (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  clinic_id BIGINT NOT NULL COMMENT 'The clinic that was reviewed',
  kind VARCHAR(20) NOT NULL COMMENT 'EXTERNAL (SPUR) or INTERNAL (STINS or the like)',
  state VARCHAR(20) NOT NULL COMMENT 'DRAFT (an import that nobody has confirmed), CONFIRMED or VOIDED',
  reviewed_on DATE NOT NULL COMMENT 'Day of the visit; counts for when the next is due',
  day_known BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'False where an import found no day, so that the day of the import stands there',
  reported_on DATE NULL COMMENT 'Day of the report, from which a plan is asked for',
  inspectors VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'How many, in which roles; no names',
  grading VARCHAR(10) NULL COMMENT 'V2018 or NEWER; null is unknown',
  two_regulations BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'Whether two regulations were examined, each with its own grade',
  strengths TEXT NOT NULL COMMENT 'Styrkor',
  weaknesses TEXT NOT NULL COMMENT 'Svagheter',
  potential TEXT NOT NULL COMMENT 'Förbättringspotential',
  unsorted TEXT NOT NULL COMMENT 'What an import could not tell apart under two headings of the report',
  file_name VARCHAR(255) NULL COMMENT 'The report''s file name; null where it was written by hand',
  created_by BIGINT NOT NULL COMMENT 'Who entered it',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  confirmed_by BIGINT NULL COMMENT 'Who confirmed it',
  confirmed_at DATETIME(6) NULL COMMENT 'UTC',
  voided_by BIGINT NULL COMMENT 'Who voided it',
  voided_at DATETIME(6) NULL COMMENT 'UTC',
  void_reason VARCHAR(2000) NULL COMMENT 'Why it counts on no date',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_review_clinic (clinic_id, kind, reviewed_on),
  KEY ix_review_created_by (created_by),
  KEY ix_review_confirmed_by (confirmed_by),
  KEY ix_review_voided_by (voided_by),
  CONSTRAINT fk_review_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_review_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  CONSTRAINT fk_review_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES person (id),
  CONSTRAINT fk_review_voided_by FOREIGN KEY (voided_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Granskningar of a clinic';

CREATE TABLE review_area (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  review_id BIGINT NOT NULL COMMENT 'Review',
  area CHAR(1) NOT NULL COMMENT 'A-H',
  text TEXT NOT NULL COMMENT 'What the report says of the area',
  PRIMARY KEY (id),
  UNIQUE KEY uq_review_area (review_id, area),
  CONSTRAINT fk_review_area_review FOREIGN KEY (review_id) REFERENCES review (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Free text of a review, area by area';

CREATE TABLE review_grade (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key; of several rows of one area and regulation the highest holds',
  review_id BIGINT NOT NULL COMMENT 'Review',
  area CHAR(1) NOT NULL COMMENT 'A-H',
  regulation VARCHAR(4) NOT NULL DEFAULT '' COMMENT '2015 or 2021; empty where the area has one grade',
  grade CHAR(1) NULL COMMENT 'A-D; null is unknown',
  printed VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'The sentence of the report that says so',
  since DATE NULL COMMENT 'From which day; null is the review''s own',
  set_by BIGINT NOT NULL COMMENT 'Who entered it',
  set_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY ix_review_grade_review (review_id, area, regulation, id),
  KEY ix_review_grade_set_by (set_by),
  CONSTRAINT fk_review_grade_review FOREIGN KEY (review_id) REFERENCES review (id),
  CONSTRAINT fk_review_grade_set_by FOREIGN KEY (set_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Grades of a review with what they were before; only added to';

CREATE TABLE review_action (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  review_id BIGINT NOT NULL COMMENT 'Review',
  position INT NOT NULL COMMENT 'Order of the report, from 0',
  area CHAR(1) NULL COMMENT 'A-H; null is unknown',
  item VARCHAR(1000) NOT NULL COMMENT 'The checklist''s item as the report prints it; may be empty',
  item_code VARCHAR(4) NULL COMMENT 'The item of the checklist that this was understood as',
  planned_action TEXT NOT NULL COMMENT 'What is to be done',
  due_text VARCHAR(200) NOT NULL COMMENT 'When it is to be done, as printed; may be empty',
  due_on DATE NULL COMMENT 'What that was understood as; null is never overdue',
  responsible VARCHAR(500) NOT NULL COMMENT 'Roles, as printed; no names',
  follow_up_text VARCHAR(200) NOT NULL COMMENT 'When it is followed up, as printed',
  follow_up_on DATE NULL COMMENT 'What that was understood as',
  follow_up_responsible VARCHAR(500) NOT NULL COMMENT 'Roles, as printed',
  checked BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'In a draft: somebody has held the row against the report',
  owner_id BIGINT NULL COMMENT 'Who works with it in STegen',
  state VARCHAR(20) NOT NULL COMMENT 'OPEN, IN_PROGRESS, DONE or DROPPED',
  evidence TEXT NOT NULL COMMENT 'What shows that it is done, or a link to it; may be empty',
  proof TEXT NULL COMMENT 'How it was shown when it was closed',
  closed_on DATE NULL COMMENT 'Day on which it was done or dropped',
  closed_by BIGINT NULL COMMENT 'Who closed it',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_review_action_review (review_id, position),
  KEY ix_review_action_item (item_code),
  KEY ix_review_action_owner (owner_id, state),
  KEY ix_review_action_closed_by (closed_by),
  CONSTRAINT fk_review_action_review FOREIGN KEY (review_id) REFERENCES review (id),
  CONSTRAINT fk_review_action_item FOREIGN KEY (item_code) REFERENCES review_item (code),
  CONSTRAINT fk_review_action_owner FOREIGN KEY (owner_id) REFERENCES person (id),
  CONSTRAINT fk_review_action_closed_by FOREIGN KEY (closed_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Åtgärder of a review''s action plan';

CREATE TABLE review_action_event (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key; the highest that is dated on or before a day tells the state on that day',
  action_id BIGINT NOT NULL COMMENT 'Action',
  kind VARCHAR(20) NOT NULL COMMENT 'CREATED, CHANGED, STATE or COMMENT',
  state VARCHAR(20) NOT NULL COMMENT 'The state after it',
  due_on DATE NULL COMMENT 'The understood due day after it',
  area CHAR(1) NULL COMMENT 'The area after it',
  item_code VARCHAR(4) NULL COMMENT 'The understood item after it',
  effective_on DATE NOT NULL COMMENT 'The day from which it holds: of an imported row the review''s, of a closing the day it was done',
  note TEXT NOT NULL COMMENT 'Comment, proof, or what was changed with what stood there before',
  person_id BIGINT NOT NULL COMMENT 'Who',
  logged_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY ix_review_action_event_action (action_id, effective_on, id),
  KEY ix_review_action_event_person (person_id),
  CONSTRAINT fk_review_action_event_action FOREIGN KEY (action_id) REFERENCES review_action (id),
  CONSTRAINT fk_review_action_event_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What happened with an action; only added to';
