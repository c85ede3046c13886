ALTER TABLE placement
  ADD COLUMN introduced_on DATE NULL COMMENT 'Day of the introduction; empty where none is recorded',
  ADD COLUMN introduced_by BIGINT NULL COMMENT 'Who recorded the introduction',
  ADD KEY ix_placement_introduced_by (introduced_by),
  ADD CONSTRAINT fk_placement_introduced_by FOREIGN KEY (introduced_by) REFERENCES person (id);

CREATE TABLE activity_evaluation (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  programme_id BIGINT NOT NULL COMMENT 'Whose opinion: that of the programme''s doctor',
  placement_id BIGINT NULL COMMENT 'The placement that is evaluated; empty for a course',
  item_id BIGINT NULL COMMENT 'The course of the IUP that is evaluated; empty for a placement',
  supervision INT NOT NULL COMMENT '1-5: supervision; of a course the teaching',
  introduction INT NOT NULL COMMENT '1-5: introduction; of a course what was said beforehand',
  learning INT NOT NULL COMMENT '1-5: what was learnt',
  recommend INT NOT NULL COMMENT '1-5: whether a colleague should go there',
  comment VARCHAR(2000) NOT NULL COMMENT 'In the doctor''s words; shown to the clinic without name and day',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC; it can be changed for 14 days from then',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  UNIQUE KEY uq_activity_evaluation_placement (placement_id),
  UNIQUE KEY uq_activity_evaluation_item (item_id),
  KEY ix_activity_evaluation_programme (programme_id),
  CONSTRAINT fk_activity_evaluation_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_activity_evaluation_placement FOREIGN KEY (placement_id) REFERENCES placement (id),
  CONSTRAINT fk_activity_evaluation_item FOREIGN KEY (item_id) REFERENCES iup_item (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What a doctor says of a placement or a course; shown to a clinic from three doctors on';
