CREATE TABLE access_log (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  logged_at DATETIME(6) NOT NULL COMMENT 'UTC',
  actor_id BIGINT NULL COMMENT 'Who did it; empty for the program itself',
  subject_id BIGINT NULL COMMENT 'The person it was about; empty for a list',
  programme_id BIGINT NULL COMMENT 'The portfolio it was about; empty for a list',
  action VARCHAR(32) NOT NULL COMMENT 'READ, CREATE, CHANGE, SEND, SIGN, RETURN, VOID, SIGN_IN …',
  object_kind VARCHAR(32) NOT NULL COMMENT 'PORTFOLIO, SUPERVISION, ASSESSMENT, LIST, PASSWORD …',
  object_id BIGINT NULL COMMENT 'The record',
  detail VARCHAR(500) NULL COMMENT 'Scope of a list and the like; never text of a portfolio',
  PRIMARY KEY (id),
  KEY ix_access_log_programme (programme_id, id),
  KEY ix_access_log_subject (subject_id, id),
  KEY ix_access_log_actor (actor_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Who read or changed what about whom; append only, hence without foreign keys';

CREATE TABLE sign_in (
  id CHAR(36) NOT NULL COMMENT 'Random key, in every token of this sign-in',
  person_id BIGINT NOT NULL COMMENT 'Who',
  channel VARCHAR(8) NOT NULL COMMENT 'BROWSER or API',
  user_agent VARCHAR(300) NOT NULL COMMENT 'What the browser calls itself',
  address VARCHAR(64) NOT NULL COMMENT 'Network address',
  started_at DATETIME(6) NOT NULL COMMENT 'UTC',
  last_active_at DATETIME(6) NOT NULL COMMENT 'UTC, to the minute',
  ended_at DATETIME(6) NULL COMMENT 'UTC; set when signed out or ended',
  PRIMARY KEY (id),
  KEY ix_sign_in_person (person_id, started_at),
  CONSTRAINT fk_sign_in_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='A sign-in that a person can see and end';

CREATE TABLE one_time_link (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  token_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of the token in the link',
  person_id BIGINT NULL COMMENT 'Who sets a password with it; empty for the very first admin',
  created_by BIGINT NULL COMMENT 'The admin; empty for the program at its first start',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  expires_at DATETIME(6) NOT NULL COMMENT 'UTC',
  used_at DATETIME(6) NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uq_one_time_link (token_hash),
  KEY ix_one_time_link_person (person_id),
  KEY ix_one_time_link_created_by (created_by),
  CONSTRAINT fk_one_time_link_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT fk_one_time_link_created_by FOREIGN KEY (created_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Link with which a person sets the password';

CREATE TABLE throttle (
  bucket VARCHAR(150) NOT NULL COMMENT 'Account or address, hashed',
  failures INT NOT NULL COMMENT 'Wrong guesses in the window',
  window_start DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (bucket)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Wrong guesses at sign-in, shared by all instances';

CREATE TABLE signing_key (
  kid CHAR(36) NOT NULL COMMENT 'Key id, in the header of each token',
  secret VARCHAR(500) NOT NULL COMMENT 'Encrypted with STEGEN_MASTER_KEY',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC; the newest signs, older ones verify until their tokens have ended',
  PRIMARY KEY (kid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Keys that sign tokens, where the database is an outside one';

CREATE TABLE notice (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  person_id BIGINT NOT NULL COMMENT 'Who is told',
  kind VARCHAR(64) NOT NULL COMMENT 'Message key',
  argument VARCHAR(300) NULL COMMENT 'Name or the like to put into the message',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  seen_at DATETIME(6) NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY ix_notice_person (person_id, seen_at, id),
  CONSTRAINT fk_notice_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Something a person is told on the home page';

CREATE TABLE idempotency_key (
  person_id BIGINT NOT NULL COMMENT 'Who called',
  idempotency_key VARCHAR(200) NOT NULL COMMENT 'The header',
  request_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of method, path and body',
  status INT NULL COMMENT 'First answer; empty while the first call is under way',
  response MEDIUMTEXT NULL COMMENT 'First answer''s body',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (person_id, idempotency_key),
  KEY ix_idempotency_key_created_at (created_at),
  CONSTRAINT fk_idempotency_key_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Calls that are answered once';

CREATE TABLE programme_change (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Whose figures may have changed',
  changed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY ix_programme_change_changed_at (changed_at),
  KEY ix_programme_change_programme (programme_id),
  CONSTRAINT fk_programme_change_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Tells every instance to refresh the open screens of a clinic; rows older than a day are removed';
