-- What has a place in people's calendars: written by the feature that it belongs to, in its transaction.
CREATE TABLE appointment (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  uid VARCHAR(100) NOT NULL COMMENT 'UID of RFC 5545: the same through every move and the cancellation',
  kind VARCHAR(30) NOT NULL COMMENT 'AppointmentKind',
  record_id BIGINT NOT NULL COMMENT 'The record of that kind',
  day DATE NOT NULL COMMENT 'Day in Sweden',
  starts_at TIME NULL COMMENT 'Time in Sweden; empty takes the whole day',
  minutes INT NOT NULL COMMENT 'How long; without meaning for a whole day',
  place VARCHAR(200) NOT NULL COMMENT 'Where; may be empty',
  about VARCHAR(200) NOT NULL COMMENT 'Whom or what it is about: a doctor''s name or a title; never text of a portfolio',
  path VARCHAR(200) NOT NULL COMMENT 'The screen that it leads to',
  sequence INT NOT NULL COMMENT 'SEQUENCE of RFC 5545: counts the changes',
  changed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  cancelled_at DATETIME(6) NULL COMMENT 'UTC; it will not be held',
  PRIMARY KEY (id),
  UNIQUE KEY uq_appointment_uid (uid),
  UNIQUE KEY uq_appointment_record (kind, record_id),
  KEY ix_appointment_day (day, starts_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Meetings and sessions as calendars see them';

CREATE TABLE appointment_person (
  appointment_id BIGINT NOT NULL COMMENT 'Appointment',
  person_id BIGINT NOT NULL COMMENT 'Who takes part',
  PRIMARY KEY (appointment_id, person_id),
  KEY ix_appointment_person_person (person_id),
  CONSTRAINT fk_appointment_person_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id),
  CONSTRAINT fk_appointment_person_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Who takes part in an appointment';

CREATE TABLE calendar_feed (
  person_id BIGINT NOT NULL COMMENT 'Whose calendar',
  token_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of the random part of its address: the address itself is kept nowhere',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  last_fetched_at DATETIME(6) NULL COMMENT 'UTC; shown to the person, so that a leaked address is noticed',
  last_fetched_by VARCHAR(120) NULL COMMENT 'What the program that fetched it says it is (User-Agent)',
  PRIMARY KEY (person_id),
  UNIQUE KEY uq_calendar_feed_token (token_hash),
  CONSTRAINT fk_calendar_feed_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Private calendar addresses; gone once switched off';

ALTER TABLE person ADD wants_invitations BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'Whether appointments come to the person by mail';

ALTER TABLE outbox_mail
  ADD calendar_method VARCHAR(10) NULL COMMENT 'REQUEST or CANCEL of RFC 5546 where the mail carries an appointment',
  ADD calendar MEDIUMTEXT NULL COMMENT 'The appointment as RFC 5545; emptied once sent or given up',
  ADD topic VARCHAR(100) NULL COMMENT 'What it tells of to whom: a later mail on the same topic takes the place of one that has not gone',
  ADD KEY ix_outbox_mail_topic (topic, sent_at);
