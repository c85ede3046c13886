-- Mail is written in the transaction of what it tells of and sent after it; jobs run on one instance at a time.
CREATE TABLE outbox_mail (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  message_id VARCHAR(200) NOT NULL COMMENT 'Header Message-ID, fixed when queued: a repeat can be told from a second mail',
  recipient VARCHAR(254) NOT NULL COMMENT 'Address',
  subject VARCHAR(300) NOT NULL COMMENT 'Subject; never text of a portfolio',
  body_text MEDIUMTEXT NOT NULL COMMENT 'As plain text; emptied once sent or given up, since it may hold a link',
  body_html MEDIUMTEXT NOT NULL COMMENT 'The same as HTML; emptied likewise',
  stop_url VARCHAR(500) NULL COMMENT 'Header List-Unsubscribe; emptied likewise',
  asker_id BIGINT NULL COMMENT 'Who is told where it cannot be delivered',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  next_attempt_at DATETIME(6) NULL COMMENT 'UTC; empty once sent or given up',
  attempts INT NOT NULL DEFAULT 0 COMMENT 'Attempts that failed',
  claimed_by CHAR(36) NULL COMMENT 'The attempt under way',
  claimed_until DATETIME(6) NULL COMMENT 'UTC; after this its holder is taken for dead',
  sent_at DATETIME(6) NULL COMMENT 'UTC; the server took it',
  given_up_at DATETIME(6) NULL COMMENT 'UTC; it will never be sent',
  last_error VARCHAR(300) NULL COMMENT 'What the latest attempt that failed met',
  PRIMARY KEY (id),
  UNIQUE KEY uq_outbox_mail_message (message_id),
  KEY ix_outbox_mail_due (next_attempt_at, id),
  KEY ix_outbox_mail_asker (asker_id),
  CONSTRAINT fk_outbox_mail_asker FOREIGN KEY (asker_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Mail that is to be sent, or was';

CREATE TABLE digest (
  address_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of the address in lower case: the address of one who wants no mail is not kept',
  last_sent_at DATETIME(6) NULL COMMENT 'UTC; the latest reminder digest',
  stopped_at DATETIME(6) NULL COMMENT 'UTC; no digest since then',
  PRIMARY KEY (address_hash)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Reminder digests by address: when the last one went, and whether it was stopped';

CREATE TABLE digest_stop (
  token_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of the token in a digest''s stop link',
  address_hash CHAR(64) NOT NULL COMMENT 'Whose digest it stops',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (token_hash),
  KEY ix_digest_stop_address (address_hash),
  CONSTRAINT fk_digest_stop_digest FOREIGN KEY (address_hash) REFERENCES digest (address_hash)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Stop links: those of older mails work as well';

CREATE TABLE scheduled_tasks (
  task_name VARCHAR(100) NOT NULL COMMENT 'Job',
  task_instance VARCHAR(100) NOT NULL COMMENT 'Always the same for recurring jobs',
  task_data BLOB NULL COMMENT 'Unused',
  execution_time DATETIME(6) NOT NULL COMMENT 'UTC, when it runs next',
  picked BOOLEAN NOT NULL COMMENT 'Whether it is running',
  picked_by VARCHAR(50) NULL COMMENT 'The instance that runs it',
  last_success DATETIME(6) NULL COMMENT 'UTC, when it last ended well',
  last_failure DATETIME(6) NULL COMMENT 'UTC, when it last failed',
  consecutive_failures INT NULL COMMENT 'Failures since the last success',
  last_heartbeat DATETIME(6) NULL COMMENT 'UTC, when the running instance was last known to be alive',
  version BIGINT NOT NULL COMMENT 'Optimistic lock',
  priority SMALLINT NULL COMMENT 'Unused',
  PRIMARY KEY (task_name, task_instance),
  KEY ix_scheduled_tasks_execution (execution_time),
  KEY ix_scheduled_tasks_heartbeat (last_heartbeat)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Jobs of all instances (db-scheduler)';

ALTER TABLE person ADD wants_digest BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'Whether the person wants reminders by mail';
