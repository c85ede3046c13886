CREATE TABLE employment_rate (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme',
  valid_from DATE NOT NULL COMMENT 'First day; until the next rate',
  rate INT NOT NULL COMMENT 'Percent 1-100',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  UNIQUE KEY uq_employment_rate_programme (programme_id, valid_from),
  CONSTRAINT fk_employment_rate_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Sysselsättningsgrad over time; one row is always of the programme''s first day';

INSERT INTO employment_rate (programme_id, valid_from, rate)
  SELECT id, start_date, employment_rate FROM programme;

ALTER TABLE programme DROP COLUMN employment_rate;

CREATE TABLE credit (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Programme that it shortens',
  kind VARCHAR(32) NOT NULL COMMENT 'DISSERTATION, EARLIER_SERVICE, EARLIER_SPECIALTY, ABROAD, BEFORE_LICENCE',
  months INT NOT NULL COMMENT 'Months of full time, 0 or more',
  days INT NOT NULL COMMENT 'Days of full time besides, 0-30',
  note VARCHAR(500) NOT NULL COMMENT 'What it is for',
  entered_by BIGINT NOT NULL COMMENT 'Who entered it',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  KEY ix_credit_programme (programme_id, id),
  KEY ix_credit_entered_by (entered_by),
  CONSTRAINT fk_credit_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_credit_person FOREIGN KEY (entered_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Tillgodoräknande: time that counts without being served in the programme';
