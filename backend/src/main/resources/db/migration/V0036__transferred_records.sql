CREATE TABLE transfer_batch (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  clinic_id BIGINT NULL COMMENT 'Whose doctors it is about: where it was brought in for a clinic; empty where for one doctor without a clinic',
  programme_id BIGINT NULL COMMENT 'The one portfolio that it is about; empty where for a whole clinic',
  origin VARCHAR(200) NOT NULL COMMENT 'Where the records come from, in the words of who brought them in: ST-pärm, name of a system; may be empty',
  file_name VARCHAR(200) NOT NULL COMMENT 'Name of the CSV file; empty for the API',
  record_count INT NOT NULL COMMENT 'Records that were brought in',
  skipped_count INT NOT NULL COMMENT 'Records that were there already',
  created_by BIGINT NOT NULL COMMENT 'Who brought them in',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY ix_transfer_batch_clinic (clinic_id, id),
  KEY ix_transfer_batch_programme (programme_id, id),
  KEY ix_transfer_batch_created_by (created_by),
  CONSTRAINT fk_transfer_batch_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_transfer_batch_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_transfer_batch_created_by FOREIGN KEY (created_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='One time that records kept elsewhere were brought in; append-only';

CREATE TABLE transferred_record (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  batch_id BIGINT NOT NULL COMMENT 'When, by whom and from where it was brought in',
  programme_id BIGINT NOT NULL COMMENT 'Whose portfolio',
  kind VARCHAR(20) NOT NULL COMMENT 'TransferredKind: SUPERVISION, ASSESSMENT, IUP_APPROVAL, COLLEGIUM, DEVELOPMENT_TALK, RECONCILIATION, INTRODUCTION, SELF_STUDY',
  dated_on DATE NOT NULL COMMENT 'Its own date; it counts as signed on that day',
  signed_by VARCHAR(200) NOT NULL COMMENT 'Who signed it, as it is written where it comes from; nobody signed it here; may be empty',
  template_id BIGINT NULL COMMENT 'Version of the form that was the newest when it was brought in',
  hours DECIMAL(6,2) NULL COMMENT 'Hours in quarters; for self-study',
  note VARCHAR(2000) NOT NULL COMMENT 'Anything else; may be empty',
  as_written VARCHAR(4000) NOT NULL COMMENT 'The row of the file as it stood there; empty for the API',
  line_number INT NOT NULL COMMENT 'Its row in the file, the header being 1, or its place in the call from 1',
  fingerprint CHAR(64) NOT NULL COMMENT 'SHA-256 of its fields, by which the same record of an earlier time is found',
  PRIMARY KEY (id),
  KEY ix_transferred_record_batch (batch_id),
  KEY ix_transferred_record_programme (programme_id, dated_on),
  KEY ix_transferred_record_template (template_id),
  CONSTRAINT fk_transferred_record_batch FOREIGN KEY (batch_id) REFERENCES transfer_batch (id),
  CONSTRAINT fk_transferred_record_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_transferred_record_template FOREIGN KEY (template_id) REFERENCES assessment_template (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Överfört: a record kept elsewhere, brought in; never signed here, never changed; append-only';

CREATE TABLE transferred_goal (
  record_id BIGINT NOT NULL COMMENT 'Transferred record',
  goal_code VARCHAR(16) NOT NULL COMMENT 'Goal that it shows',
  PRIMARY KEY (record_id, goal_code),
  CONSTRAINT fk_transferred_goal_record FOREIGN KEY (record_id) REFERENCES transferred_record (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Goals of a transferred record; append-only';

CREATE TABLE transferred_voiding (
  record_id BIGINT NOT NULL COMMENT 'The transferred record that no longer counts',
  voided_by BIGINT NOT NULL COMMENT 'Who took it back',
  voided_at DATETIME(6) NOT NULL COMMENT 'UTC',
  reason VARCHAR(2000) NOT NULL COMMENT 'Why',
  PRIMARY KEY (record_id),
  KEY ix_transferred_voiding_voided_by (voided_by),
  CONSTRAINT fk_transferred_voiding_record FOREIGN KEY (record_id) REFERENCES transferred_record (id),
  CONSTRAINT fk_transferred_voiding_voided_by FOREIGN KEY (voided_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Transferred records that were taken back: they count on no date; append-only';

CREATE TABLE transfer_source (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  batch_id BIGINT NOT NULL COMMENT 'What was brought in from it',
  programme_id BIGINT NOT NULL COMMENT 'Whose pages they are: only who reads this portfolio opens them',
  file_name VARCHAR(200) NOT NULL COMMENT 'Name of the file',
  content_type VARCHAR(100) NOT NULL COMMENT 'application/pdf, image/jpeg or image/png: what the bytes are, whatever the name says',
  size_bytes INT NOT NULL COMMENT 'Size in bytes',
  sha256 CHAR(64) NOT NULL COMMENT 'SHA-256 of the bytes',
  content LONGBLOB NOT NULL COMMENT 'The file',
  added_by BIGINT NOT NULL COMMENT 'Who attached it',
  added_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY ix_transfer_source_batch (batch_id),
  KEY ix_transfer_source_programme (programme_id, id),
  KEY ix_transfer_source_added_by (added_by),
  CONSTRAINT fk_transfer_source_batch FOREIGN KEY (batch_id) REFERENCES transfer_batch (id),
  CONSTRAINT fk_transfer_source_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_transfer_source_added_by FOREIGN KEY (added_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Scanned pages that transferred records were read from; append-only';

CREATE TABLE transfer_draft (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  clinic_id BIGINT NULL COMMENT 'For the doctors of this clinic',
  programme_id BIGINT NULL COMMENT 'For this one portfolio',
  file_name VARCHAR(200) NOT NULL COMMENT 'Name of the CSV file',
  origin VARCHAR(200) NOT NULL COMMENT 'Where the records come from; may be empty',
  draft_rows MEDIUMTEXT NOT NULL COMMENT 'Rows of the file as they stood there, with what has been corrected, as JSON',
  created_by BIGINT NOT NULL COMMENT 'Whose draft; nobody else reads it',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_transfer_draft_clinic (clinic_id, created_by),
  KEY ix_transfer_draft_programme (programme_id, created_by),
  KEY ix_transfer_draft_created_by (created_by),
  CONSTRAINT fk_transfer_draft_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_transfer_draft_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_transfer_draft_created_by FOREIGN KEY (created_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='A file of records that is being looked through before it is brought in';
